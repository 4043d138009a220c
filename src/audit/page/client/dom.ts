type Child = Node | string;

/** An element with attributes and children. Texts become text nodes: no text of a document is ever read as HTML. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** The value of a data element of the page. */
export function readData<Value>(id: string): Value {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null') as Value;
}

/** Makes the text of an element a button that does something. */
export function asButton(element: Element, hint: string, act: () => void): void {
  const button = make('button', { type: 'button', class: 'link', title: hint }, ...element.childNodes);
  button.addEventListener('click', act);
  element.append(button);
}
