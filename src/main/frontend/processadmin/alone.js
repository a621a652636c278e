// A file holds one table. Beside it nothing can be drawn; what a file from elsewhere has there can be looked at and taken out.
import { only } from "./kinds.js";

const TOOLS = new Set(["hand-tool", "lasso-tool"]);

class TakingOut {
  constructor(palette, contextPad) {
    palette.registerProvider(500, this);
    contextPad.registerProvider(500, this);
  }

  getPaletteEntries() {
    return (entries) => only(entries, (name) => TOOLS.has(name));
  }

  getContextPadEntries() {
    return (entries) => only(entries, (name) => name === "delete");
  }
}
TakingOut.$inject = ["palette", "contextPad"];

// For the drawing of how the tables of a file hang together.
export const onlyTakenOut = { __init__: ["houseTakingOut"], houseTakingOut: ["type", TakingOut] };

// For a table that has nothing beside it: no way leads to that drawing.
export const withoutDrd = { viewDrd: ["value", null] };

export function isAlone(xml) {
  const parts = [...new DOMParser().parseFromString(xml, "text/xml").documentElement.children];
  return parts.filter((part) => part.localName !== "DMNDI").length === 1;
}
