// The part of FEEL that conditions of forms use: comparisons, and, or, not(…), list contains(…, …), count(…), true, false, null.
// Returns a function of the values; for anything else one that never hides.
const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?)|(!=|<=|>=|[=<>(),])|(list contains)|([A-Za-z]\w*))/y;

export function parse(text) {
  try {
    const tokens = split(text);
    const [run, rest] = either(tokens, 0);
    if (rest !== tokens.length) throw new SyntaxError(text);
    return (values) => run(values) === true;
  } catch {
    return () => false;
  }
}

function split(text) {
  const tokens = [];
  TOKEN.lastIndex = 0;
  const trimmed = text.trim();
  while (TOKEN.lastIndex < trimmed.length) {
    const found = TOKEN.exec(trimmed);
    if (!found) throw new SyntaxError(text);
    const [, string, number, sign, contains, word] = found;
    if (string) tokens.push({ value: JSON.parse(string) });
    else if (number) tokens.push({ value: Number(number) });
    else if (sign) tokens.push({ sign });
    else if (contains) tokens.push({ sign: "contains" });
    else if (["and", "or", "not", "count"].includes(word)) tokens.push({ sign: word });
    else if (["true", "false", "null"].includes(word)) tokens.push({ value: JSON.parse(word) });
    else tokens.push({ name: word });
  }
  return tokens;
}

function either(tokens, at) {
  let [left, next] = both(tokens, at);
  while (tokens[next]?.sign === "or") {
    const [right, after] = both(tokens, next + 1);
    const one = left;
    left = (v) => one(v) === true || right(v) === true;
    next = after;
  }
  return [left, next];
}

function both(tokens, at) {
  let [left, next] = comparison(tokens, at);
  while (tokens[next]?.sign === "and") {
    const [right, after] = comparison(tokens, next + 1);
    const one = left;
    left = (v) => one(v) === true && right(v) === true;
    next = after;
  }
  return [left, next];
}

const COMPARE = {
  "=": (a, b) => a === b,
  "!=": (a, b) => a !== b,
  "<": (a, b) => (known(a, b) ? a < b : null),
  "<=": (a, b) => (known(a, b) ? a <= b : null),
  ">": (a, b) => (known(a, b) ? a > b : null),
  ">=": (a, b) => (known(a, b) ? a >= b : null),
};

function known(a, b) {
  return a !== null && b !== null && typeof a === typeof b;
}

function comparison(tokens, at) {
  const [left, next] = term(tokens, at);
  const compare = COMPARE[tokens[next]?.sign];
  if (!compare) return [left, next];
  const [right, after] = term(tokens, next + 1);
  return [(v) => compare(left(v), right(v)), after];
}

function term(tokens, at) {
  const token = tokens[at];
  if (!token) throw new SyntaxError("unfinished");
  if ("value" in token) return [() => token.value, at + 1];
  if (token.name) return [(v) => v[token.name] ?? null, at + 1];
  if (token.sign === "(") {
    const [inner, next] = either(tokens, at + 1);
    return [inner, expect(tokens, next, ")")];
  }
  if (token.sign === "not") {
    const [inner, next] = either(tokens, expect(tokens, at + 1, "("));
    return [(v) => flip(inner(v)), expect(tokens, next, ")")];
  }
  if (token.sign === "count") {
    const [list, next] = either(tokens, expect(tokens, at + 1, "("));
    return [(v) => (Array.isArray(list(v)) ? list(v).length : null), expect(tokens, next, ")")];
  }
  if (token.sign === "contains") {
    const [list, comma] = either(tokens, expect(tokens, at + 1, "("));
    const [item, next] = either(tokens, expect(tokens, comma, ","));
    return [(v) => (Array.isArray(list(v)) ? list(v).includes(item(v)) : null), expect(tokens, next, ")")];
  }
  throw new SyntaxError(token.sign);
}

function flip(value) {
  return typeof value === "boolean" ? !value : null;
}

function expect(tokens, at, sign) {
  if (tokens[at]?.sign !== sign) throw new SyntaxError(sign);
  return at + 1;
}
