import { placeholder } from './docx-placeholders.js';
import { equationText } from './equation-field.js';
import { ImportFailure } from './failure.js';
import { readableText, symbolOf } from './symbols.js';
import type { NoteId } from './words.js';
import { childOf, childrenOf, numberOf, settingOf, switchOf, type XmlElement } from './xml.js';

/** A field of Word: an instruction, and what it last resulted in. */
interface Field {
  /** Where it begins. */
  readonly char: XmlElement;
  instruction: string;
  /** What a field of a form holds beside its instruction. */
  readonly form: XmlElement | undefined;
  phase: 'instruction' | 'result';
  /** Its result is not shown: it lists the contents, or stands for what was worked out here. */
  drops: boolean;
  href: string | undefined;
  /** What was typed into a field of a form that is shown with a prompt; undefined for other fields. */
  typed?: string;
}

/** Fields within fields; programs write some, nobody hundreds. */
const MAX_OPEN = 200;

const CONTENTS = /^(?:TOC|TOA|INDEX|RD)$/;
/** Fields that show nothing. */
const SILENT =
  /^(?:XE|TC|TA|RD|SET|ASK|ADVANCE|PRIVATE|NEXT|NEXTIF|SKIPIF|DATA|HYPERLINK|FORMTEXT|BIDIOUTLINE|TOC|TOA|INDEX|)$/;

/** The fields that are open at a place in the text, which tell whether it is shown. They go on across paragraphs. */
export class Fields {
  private readonly open: Field[] = [];
  private instructing = 0;
  private dropping = 0;

  /**
   * @param show told the text that a field stands for where Word keeps no result that could be shown
   * @param note told what is lost
   */
  constructor(
    private readonly show: (text: string) => void,
    private readonly note: (id: NoteId, example: string) => void,
    /** Beginnings of fields that are never ended: all that follows would be taken for theirs. */
    private readonly endless: ReadonlySet<XmlElement>,
  ) {}

  /** Whether text is shown here, goes into an instruction, belongs to a table of contents, or is a result that something else stands for. */
  get place(): 'shown' | 'instruction' | 'contents' | 'replaced' {
    if (this.instructing > 0) return 'instruction';
    return this.dropping === 0 ? 'shown' : this.isOpenContents ? 'contents' : 'replaced';
  }

  /** Address of the innermost link that is open. */
  get href(): string | undefined {
    return this.open.findLast(({ href }) => href !== undefined)?.href;
  }

  /** Where the fields begin that are open. */
  get begun(): XmlElement[] {
    return this.open.map(({ char }) => char);
  }

  private get isOpenContents(): boolean {
    return this.open.some(({ drops, instruction }) => drops && CONTENTS.test(keywordOf(instruction)));
  }

  begin(char: XmlElement): void {
    if (this.endless.has(char)) return;
    if (this.open.length >= MAX_OPEN) throw new ImportFailure('tooComplex');
    this.open.push({
      char,
      instruction: '',
      form: childOf(char, 'w:ffData'),
      phase: 'instruction',
      drops: false,
      href: undefined,
    });
    this.instructing++;
  }

  instruct(text: string): void {
    const field = this.open.findLast(({ phase }) => phase === 'instruction');
    if (field?.typed !== undefined) field.typed += text;
    else if (field && field.instruction.length < 20_000) field.instruction += text;
  }

  separate(): void {
    const field = this.open.at(-1);
    if (field?.phase !== 'instruction') return;
    const keyword = keywordOf(field.instruction);
    if (keyword === 'FORMTEXT' && PROMPT.test(promptOf(field))) {
      field.typed = '';
      return;
    }
    this.instructing--;
    field.phase = 'result';
    if (keyword === 'HYPERLINK') field.href = /^\s*HYPERLINK\s+"([^"]*)"/i.exec(field.instruction)?.[1];
    const stands = this.standsFor(field);
    if (stands !== undefined) this.show(stands);
    field.drops = stands !== undefined || CONTENTS.test(keyword);
    if (field.drops) this.dropping++;
  }

  end(): void {
    const field = this.open.pop();
    if (!field) return;
    if (field.drops) this.dropping--;
    if (field.phase === 'result') return;
    this.instructing--;
    const isPrompt = field.typed?.trim() === promptOf(field);
    const toType = isPrompt ? field.typed : /^\s*MACROBUTTON\s+NoMacro\s+(\S.*)$/is.exec(field.instruction)?.[1];
    if (toType !== undefined) this.note('placeholders', toType);
    const stands =
      toType === undefined ? (field.typed ?? this.standsFor(field) ?? substitute(field)) : placeholder(toType);
    if (stands !== undefined) this.show(stands);
    else if (!SILENT.test(keywordOf(field.instruction)) && this.place === 'shown')
      this.note('fields', field.instruction);
  }

  /** What a field shows whatever its result, or whose result Word does not keep. */
  private standsFor({ instruction, form }: Field): string | undefined {
    switch (keywordOf(instruction)) {
      case 'EQ':
        return equationText(instruction);
      case 'FORMCHECKBOX': {
        const box = childOf(form, 'w:checkBox');
        return (switchOf(box, 'w:checked') ?? switchOf(box, 'w:default')) ? '☑' : '☐';
      }
      case 'FORMDROPDOWN': {
        const list = childOf(form, 'w:ddList');
        const chosen = numberOf(settingOf(list, 'w:result') ?? settingOf(list, 'w:default'), 0, 1000) ?? 0;
        return childrenOf(list, 'w:listEntry')[chosen]?.attributes['w:val'] ?? '';
      }
      case 'SYMBOL': {
        const code = /^\s*SYMBOL\s+(0x[0-9a-f]{1,4}|\d{1,5})/i.exec(instruction)?.[1] ?? '';
        const font = /\\f\s+"?([^"\\]+)/i.exec(instruction)?.[1] ?? '';
        const sign = symbolOf(font.trim(), Number(code));
        if (sign === null) this.note('symbols', instruction);
        return sign ?? '';
      }
      default:
        return undefined;
    }
  }
}

/** What a field of a form shows until somebody fills it in. */
function promptOf({ form }: Field): string {
  return settingOf(childOf(form, 'w:textInput'), 'w:default')?.trim() ?? '';
}

/** A text that asks to be replaced; another may be what most people would write. */
const PROMPT =
  /^[［[【（(<〈《]?(?:请|点击|单击|双击|在此|在这里|此处|输入|填写|键入)|(?:填写|输入|键入)(?:此处)?[］\]】）)>〉》]?$|click|enter/i;

function keywordOf(instruction: string): string {
  return /^\s*([A-Za-z]+)/.exec(instruction)?.[1]?.toUpperCase() ?? '';
}

/** What a field without a result shows. */
function substitute({ instruction }: Field): string | undefined {
  const button = /^\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(\S.*)$/is.exec(instruction);
  const quoted = /^\s*QUOTE\s+"([^"]*)"/i.exec(instruction);
  const text = button?.[1] ?? quoted?.[1];
  return text === undefined ? undefined : readableText(text.trim(), undefined, () => {});
}
