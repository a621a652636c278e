// The types of decision tables: those the engine is given, by words people know. What is saved is the engine's word.
import TypeRefCellContextMenu from "dmn-js-decision-table/lib/features/type-ref/components/TypeRefCellContextMenu";
import { translate } from "./translate.js";

export const TYPES = ["string", "boolean", "integer", "long", "double", "date"];

// Chosen from the list; whoever could type one would have to know the engine's word.
class Chosen extends TypeRefCellContextMenu {
  render() {
    const menu = super.render();
    const [, select] = menu.children.children;
    select.props = { ...select.props, noInput: true };
    return menu;
  }
}

class Types {
  constructor(components) {
    components.onGetComponent("context-menu", 750, ({ contextMenuType } = {}) =>
      contextMenuType === "input-edit" || contextMenuType === "output-edit" ? Chosen : undefined);
  }
}
Types.$inject = ["components"];

export const chosenTypes = { typeRefEditingProvider: ["type", Types] };

// Where one only reads, the library writes the engine's word.
export function wordsOfTypes() {
  return Object.fromEntries(TYPES.map((type) => [type, translate(type)]));
}
