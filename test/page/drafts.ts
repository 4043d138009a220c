import { answer } from '../../src/page/answer.js';
import type { CheckAnswer, CheckedDocument, PageFile } from '../../src/page/protocol.js';
import { p, word } from '../import/word.js';

/** A policy and a draft about it as Word files: the draft lacks elements, gets a time limit wrong and holds a mobile number. */
export const POLICY_NAME = '采砂办法.docx';
export const DRAFT_NAME = '采砂解读 初稿.docx';

const CENTRED = '<w:jc w:val="center"/>';

export function policyFile(): Promise<Uint8Array> {
  return word(
    [
      p('云溪市河道采砂管理办法', CENTRED),
      p('第一条 为了规范河道采砂，保护河势稳定，根据《中华人民共和国水法》，制定本办法。'),
      p('第二条 本市行政区域内的河道采砂，适用本办法。'),
      p('第三条 申请采砂许可的，水行政主管部门应当自受理申请之日起20个工作日内作出决定。'),
      p('第四条 采砂人应当按照许可的范围作业，每日作业不得超过8小时。'),
      p('第五条 本办法自2025年5月1日起施行。'),
    ].join(''),
  );
}

export function draftFile(): Promise<Uint8Array> {
  return word(
    [
      p('《云溪市河道采砂管理办法》政策解读', CENTRED),
      p('为便于理解，现就《云溪市河道采砂管理办法》（以下简称《办法》）解读如下。'),
      '<w:p/>',
      p('一、出台背景'),
      p('近年来，河道采砂增多，河势稳定受到影响。根据《中华人民共和国水法》，市水务局起草了《办法》。'),
      p('二、主要内容'),
      p('申请采砂许可的，水行政主管部门应当自受理申请之日起30个工作日内作出决定。联系人手机13912345678。'),
    ].join(''),
  );
}

let last = 0;

/** A file as the page hands it to its worker. */
export function pageFile(name: string, content: string | Uint8Array, chosen: Partial<PageFile> = {}): PageFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { id: ++last, name, bytes, ...chosen };
}

/** Checks files together and gives the documents in the order of the files. @throws for a file nothing was made of */
export async function checked(
  files: readonly PageFile[],
  presets: readonly string[] = ['recommended'],
): Promise<CheckedDocument[]> {
  const { files: all } = (await answer({ type: 'check', files, presets, locale: 'zh-CN' })) as CheckAnswer;
  return all.map((one) => {
    if ('failure' in one) throw new Error(one.failure);
    return one;
  });
}

/** The words at a place of the lines shown. */
export function wordsAt({ lines }: CheckedDocument, place: CheckedDocument['findings'][number]['place']): string {
  if (!place) return '';
  const end = place.endLine === place.line ? place.endColumn - 1 : undefined;
  return lines[place.line - 1]?.slice(place.column - 1, end) ?? '';
}
