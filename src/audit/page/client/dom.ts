type Tags = HTMLElementTagNameMap;
type TagOf<Said> = Said extends `${infer Tag}.${string}` ? Tag : Said;
type Attributes = Readonly<Record<string, string | number>>;
type Child = Node | string | false | null | undefined;

/**
 * An element: its tag, maybe with a class (`p.what`), attributes if it has any, children; what is none is left out. Texts become text
 * nodes: no text of a document is ever read as HTML.
 */
export function make<Said extends keyof Tags | `${keyof Tags}.${string}`>(
  said: Said,
  ...parts: (Attributes | Child)[]
) {
  const [tag = '', name] = said.split('.');
  const element = document.createElement(tag);
  if (name !== undefined) element.className = name;
  for (const part of parts)
    if (typeof part === 'string' || part instanceof Node) element.append(part);
    else for (const [key, value] of Object.entries(part || {})) element.setAttribute(key, String(value));
  return element as TagOf<Said> extends keyof Tags ? Tags[TagOf<Said>] : never;
}

/** A button that does something. */
export function makeButton(label: Child, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const button = make('button', { type: 'button', ...attributes }, label);
  button.addEventListener('click', act);
  return button;
}

/** The value of a data element of the page. */
export function readData<Value>(id: string): Value {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null') as Value;
}

/** Makes the text of an element a button that does something. */
export function asButton(element: Element, hint: string, act: () => void): void {
  const button = make('button.link', { type: 'button', title: hint }, ...element.childNodes);
  button.addEventListener('click', act);
  element.append(button);
}
