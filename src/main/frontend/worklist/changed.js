// Whether somebody has changed a control since the page came. What had no value to begin with, a button, never is.
export function isChanged(control) {
  if (control.tagName === "SELECT") return isChosen(control);
  const ticked = control.type === "checkbox" || control.type === "radio";
  if (ticked) return control.checked !== control.defaultChecked;
  return control.defaultValue !== undefined && control.value !== control.defaultValue;
}

// Where the page has chosen nothing, a list begins with its first line.
function isChosen(select) {
  const options = [...select.options];
  const given = options.some((option) => option.defaultSelected);
  return options.some((option, at) => option.selected !== (given || select.multiple ? option.defaultSelected : at === 0));
}
