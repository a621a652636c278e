// A condition is a sentence of three choices: which value, how compared, with what.
import { element as html, say } from "./words.js";

const SHAPE = /^\$\{(\w+)(?:\s*(==|!=)\s*(?:'([^']*)'|(true|false)))?\}$/;

export class Conditions {
  constructor(answers) {
    this.answers = answers;
    // Values chosen whose answer is still to be chosen, by flow.
    this.begun = new WeakMap();
  }

  read(object) {
    const parts = SHAPE.exec(object.conditionExpression?.body ?? "");
    return parts ? { name: parts[1], comparison: parts[2] ?? "==", answer: parts[3] ?? parts[4] ?? "true" } : null;
  }

  fields(panel, flow, object) {
    const body = object.conditionExpression?.body ?? "";
    const now = this.read(object) ?? this.begun.get(object) ?? { name: "", comparison: "==", answer: "" };
    if (body && !now.name) {
      return [html("p", { class: "alert alert-warning" }, say("Syarat ini tidak dapat dibaca: {body}. Hapus alur ini dan buat lagi.", "This condition cannot be read: {body}. Delete this flow and draw it again.", { body }))];
    }
    const write = (change) => this.write(panel, flow, { ...now, ...change });
    const answers = this.answers.of(now.name);
    return [
      panel.select("panel-value", say("Syarat: nilai", "Condition: value"), this.answers.names(), now.name, (name) => write({ name, answer: "" })),
      panel.select("panel-comparison", say("dibandingkan", "compared"), [{ value: "!=", label: say("tidak sama dengan", "is not") }], now.comparison === "!=" ? "!=" : "",
        (comparison) => write({ comparison: comparison || "==" }), say("sama dengan", "is")),
      panel.select("panel-answer", say("dengan", "with"), answers.map((answer) => ({ ...answer, label: this.words(answer) })), now.answer, (answer) => write({ answer })),
    ];
  }

  words(answer) {
    return { true: say("ya", "yes"), false: say("tidak", "no") }[answer.value] ?? answer.label;
  }

  write(panel, flow, { name, comparison, answer }) {
    this.begun.delete(flow.businessObject);
    if (!name || !answer) {
      this.begun.set(flow.businessObject, { name, comparison, answer });
      panel.modeling.updateProperties(flow, { conditionExpression: undefined });
      return;
    }
    const value = answer === "true" || answer === "false" ? answer : `'${answer}'`;
    const expression = panel.expression(`\${${name} ${comparison} ${value}}`, flow.businessObject);
    panel.modeling.updateProperties(flow, { conditionExpression: expression });
  }
}
