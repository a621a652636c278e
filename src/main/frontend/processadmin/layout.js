// A picture for a diagram that came without one: from left to right by the way from the beginning, flows at right angles.
// A flow to the next column goes through the gap between the two; any other goes below everything and comes up again before
// its target, so that no flow runs through an element.
const GAP = { x: 90, y: 70 };
const PAD = 40;
const LANE = 14;
const STEP = 8;
// From one event at an edge to the next.
const ASIDE = 48;
const SIZES = { Task: [100, 80], CallActivity: [100, 80], Gateway: [50, 50], Event: [36, 36] };

const is = (node, type) => node.$instanceOf(`bpmn:${type}`);
const nodesOf = (scope) => (scope.flowElements ?? []).filter((node) => is(node, "FlowNode"));
const flowsOf = (scope) => (scope.flowElements ?? []).filter((flow) => is(flow, "SequenceFlow") && flow.sourceRef && flow.targetRef);
const hostOf = (node) => node.attachedToRef ?? node;

// Puts a picture of its process into `definitions` when they have none; answers whether it did.
export function drawMissing(definitions, moddle) {
  if (definitions.diagrams?.length) return false;
  const process = definitions.rootElements?.find((root) => is(root, "Process"));
  if (!process) return false;
  const plan = new Plan(process);
  const plane = moddle.create("bpmndi:BPMNPlane", { id: `${process.id}-plane`, bpmnElement: process });
  plane.planeElement = [...plan.shapes().map((one) => shape(moddle, one)), ...plan.edges().map((one) => edge(moddle, one))];
  plane.planeElement.forEach((one) => (one.$parent = plane));
  const diagram = moddle.create("bpmndi:BPMNDiagram", { id: `${process.id}-diagram`, plane });
  plane.$parent = diagram;
  diagram.$parent = definitions;
  definitions.diagrams = [diagram];
  return true;
}

function shape(moddle, { node, x, y, width, height }) {
  const more = is(node, "SubProcess") ? { isExpanded: true } : {};
  return moddle.create("bpmndi:BPMNShape", { id: `${node.id}-shape`, bpmnElement: node, bounds: moddle.create("dc:Bounds", { x, y, width, height }), ...more });
}

function edge(moddle, { flow, points }) {
  return moddle.create("bpmndi:BPMNEdge", { id: `${flow.id}-edge`, bpmnElement: flow, waypoint: points.map((point) => moddle.create("dc:Point", point)) });
}

// Where everything of a scope stands, measured from the scope's own corner; a part of the process is a plan within.
class Plan {
  constructor(scope) {
    const standing = nodesOf(scope).filter((node) => !node.attachedToRef);
    this.nodes = standing.filter((node) => !node.triggeredByEvent);
    this.apart = standing.filter((node) => node.triggeredByEvent);
    this.edgeEvents = nodesOf(scope).filter((node) => node.attachedToRef && this.nodes.includes(node.attachedToRef));
    this.flows = flowsOf(scope).filter((flow) => [flow.sourceRef, flow.targetRef].every((end) => this.nodes.includes(hostOf(end))));
    this.within = new Map(standing.filter((node) => is(node, "SubProcess")).map((node) => [node, new Plan(node)]));
    this.column = columns(this.nodes, this.flows);
    this.row = rows(this.nodes, this.flows, this.column);
    this.places = this.placed();
    this.measure();
    this.apart.forEach((node) => this.putApart(node));
  }

  placed() {
    const sizes = new Map(this.nodes.map((node) => [node, this.sizeOf(node)]));
    const left = starts(this.nodes, this.column, (node) => sizes.get(node)[0], GAP.x);
    const top = starts(this.nodes, this.row, (node) => sizes.get(node)[1], GAP.y);
    this.left = left;
    this.top = top;
    const places = new Map();
    for (const node of this.nodes) {
      const [width, height] = sizes.get(node);
      const [column, row] = [this.column.get(node), this.row.get(node)];
      const [x, y] = [left.at[column] + (left.widest[column] - width) / 2, top.at[row] + (top.widest[row] - height) / 2];
      places.set(node, { node, x: Math.round(x), y: Math.round(y), width, height });
    }
    this.edgeEvents.forEach((event) => places.set(event, this.atEdge(event, places)));
    return places;
  }

  // Events at the edge of one element stand beside each other on its lower side.
  atEdge(event, places) {
    const host = places.get(event.attachedToRef);
    const beside = this.edgeEvents.filter((one) => one.attachedToRef === event.attachedToRef);
    const [width, height] = SIZES.Event;
    const x = host.x + (host.width * (beside.indexOf(event) + 1)) / (beside.length + 1) - width / 2;
    return { node: event, x: Math.round(x), y: host.y + host.height - height / 2, width, height };
  }

  // Wide enough for the events at its edge.
  sizeOf(node) {
    const plan = this.within.get(node);
    const [width, height] = plan ? [plan.width, plan.height] : SIZES[Object.keys(SIZES).find((type) => is(node, type)) ?? "Task"];
    const events = this.edgeEvents.filter((event) => event.attachedToRef === node).length;
    return [events > 1 ? Math.max(width, (events + 1) * ASIDE) : width, height];
  }

  measure() {
    this.below = this.top.end;
    const lanes = this.flows.filter((flow) => !this.isNext(flow)).length;
    this.width = Math.max(this.left.end + PAD, 100);
    this.height = Math.max(this.below + lanes * LANE + PAD, 80);
  }

  // What begins by an event stands below everything else, one part beside the other.
  putApart(node) {
    const [width, height] = this.sizeOf(node);
    const before = this.apart.slice(0, this.apart.indexOf(node)).map((one) => this.places.get(one));
    const x = Math.max(PAD, ...before.map((place) => place.x + place.width + PAD));
    const y = before[0]?.y ?? this.height;
    this.places.set(node, { node, x, y, width, height });
    this.width = Math.max(this.width, x + width + PAD);
    this.height = Math.max(this.height, y + height + PAD);
  }

  isNext({ sourceRef, targetRef }) {
    return this.column.get(hostOf(targetRef)) === this.column.get(hostOf(sourceRef)) + 1;
  }

  shapes() {
    return [...this.places.values()].flatMap((place) => [place, ...this.inner(place.node, (plan) => plan.shapes()).map((one) => moved(one, place))]);
  }

  edges() {
    const lanes = this.flows.filter((flow) => !this.isNext(flow));
    const own = this.flows.map((flow, at) => ({ flow, points: this.route(flow, at, lanes.indexOf(flow)) }));
    return [...own, ...[...this.within].flatMap(([node, plan]) => plan.edges().map((one) => shifted(one, this.places.get(node))))];
  }

  inner(node, ask) {
    return this.within.has(node) ? ask(this.within.get(node)) : [];
  }

  route(flow, at, lane) {
    const source = this.places.get(flow.sourceRef);
    const target = this.places.get(flow.targetRef);
    const aside = STEP * (at % 5);
    const away = this.behind(flow.sourceRef) + 2 * STEP + aside;
    const begin = flow.sourceRef.attachedToRef ? this.down(source, aside) : [{ x: source.x + source.width, y: middle(source) }];
    const from = begin[begin.length - 1].y;
    const y = middle(target);
    if (lane < 0) return straight([...begin, { x: away, y: from }, { x: away, y }, { x: target.x, y }]);
    const below = this.below + LANE * (lane + 1);
    const near = this.left.at[this.column.get(hostOf(flow.targetRef))] - 2 * STEP - aside / 2;
    return straight([...begin, { x: away, y: from }, { x: away, y: below }, { x: near, y: below }, { x: near, y }, { x: target.x, y }]);
  }

  behind(node) {
    const column = this.column.get(hostOf(node));
    return this.left.at[column] + this.left.widest[column];
  }

  // From an event at the edge down into the gap below its row.
  down({ node, x, y, width, height }, aside) {
    const row = this.row.get(node.attachedToRef);
    const below = this.top.at[row] + this.top.widest[row] + SIZES.Event[1] / 2 + STEP + aside / 2;
    return [{ x: x + width / 2, y: y + height }, { x: x + width / 2, y: below }];
  }
}

const middle = ({ y, height }) => Math.round(y + height / 2);
const moved = (one, { x, y }) => ({ ...one, x: one.x + x, y: one.y + y });
const shifted = ({ flow, points }, place) => ({ flow, points: points.map((point) => moved(point, place)) });
// Without points in which nothing turns.
const straight = (points) => points.filter(({ x, y }, at) => {
  const [before, after] = [points[at - 1], points[at + 1]];
  return !before || !after || !((before.x === x && x === after.x) || (before.y === y && y === after.y));
});

// How far each element is from a beginning, by the longest way that does not come back.
function columns(nodes, flows) {
  const next = (node) => flows.filter((flow) => hostOf(flow.sourceRef) === node).map((flow) => flow.targetRef).filter((to) => nodes.includes(to));
  const [order, open, onward] = [[], new Set(), new Map()];
  const visit = (node) => {
    open.add(node);
    onward.set(node, []);
    for (const to of next(node)) {
      if (open.has(to)) continue;
      onward.get(node).push(to);
      if (!onward.has(to)) visit(to);
    }
    open.delete(node);
    order.unshift(node);
  };
  const reached = new Set(flows.map((flow) => flow.targetRef));
  [...nodes.filter((node) => !reached.has(node)), ...nodes].forEach((node) => onward.has(node) || visit(node));
  const column = new Map(nodes.map((node) => [node, 0]));
  order.forEach((node) => onward.get(node).forEach((to) => column.set(to, Math.max(column.get(to), column.get(node) + 1))));
  return column;
}

// In the row of what leads to it, or the first free one below.
function rows(nodes, flows, column) {
  const row = new Map();
  const taken = new Set();
  for (const node of [...nodes].sort((one, other) => column.get(one) - column.get(other))) {
    const before = flows.filter((flow) => flow.targetRef === node).map((flow) => row.get(hostOf(flow.sourceRef))).filter((at) => at !== undefined);
    let at = before.length ? Math.min(...before) : 0;
    while (taken.has(`${column.get(node)} ${at}`)) at++;
    row.set(node, at);
    taken.add(`${column.get(node)} ${at}`);
  }
  return row;
}

// Where columns, or rows, begin and how wide each is, with a gap between them.
function starts(nodes, number, size, gap) {
  const count = Math.max(-1, ...number.values()) + 1;
  const widest = Array.from({ length: count }, (none, at) => Math.max(0, ...nodes.filter((node) => number.get(node) === at).map(size)));
  const at = [];
  let end = PAD;
  widest.forEach((width) => {
    at.push(end);
    end += width + gap;
  });
  return { at, widest, end };
}
