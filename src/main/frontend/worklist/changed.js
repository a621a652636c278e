// Whether somebody has changed a control since the page came.
export function isChanged(control) {
  if (control.tagName === "SELECT") return isChosen(control);
  const ticked = control.type === "checkbox" || control.type === "radio";
  return ticked ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
}

// Where the page has chosen nothing, a list begins with its first line.
function isChosen(select) {
  const options = [...select.options];
  const given = options.some((option) => option.defaultSelected);
  return options.some((option, at) => option.selected !== (given || select.multiple ? option.defaultSelected : at === 0));
}
