/** A 联系方式 cell: `张三 138 0000 0000 zhang@cqu.edu.cn` in any order, or parts of it. */
import { plain } from '../../domain/reading/plain.ts';

export interface ContactParts {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
}

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;
const EXTENSION = String.raw`\s*转\s*\d{1,6}`;
/**
 * A mobile number; a service number (400, 800); an area code (without its 0 behind 86) and a number in one or two groups,
 * with its extension; a number alone.
 */
const PHONE = new RegExp(
  String.raw`(?:(?:(?:\+|00)?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|(?<!\d)[48]00[-\s]?\d{3,4}[-\s]?\d{3,4}(?!\d)|(?:(?:\+|00)86[-\s]?(?:\(0\))?[1-9]\d{1,2}|(?:(?:\+|00)?86[-\s]?)?(?:\(0\d{2,3}\)|0\d{2,3}))[-\s]?(?:\d{7,8}|\d{3,4}[-\s]\d{4})(?!\d)(?:-\d{1,6})?|(?:\+?86[-\s]?)?\d{7,8})(?:${EXTENSION})?`,
  'u',
);
/** Longer cells are no contact; they are left for the schema to refuse. */
const LONGEST = 300;
const LABELS =
  /联系人|联系电话|电话|手机|邮箱|电子邮件|(?<![a-z])(?:e-?mail|tel(?:ephone)?|phone|mobile)(?![a-z])/giu;

/** A name without the numbers and addresses beside it; as it is where there are none. */
export function withoutNumbers(cell: string): string {
  const flat = plain(cell);
  const names = flat.replace(new RegExp(`${EMAIL.source}|${PHONE.source}`, 'gu'), ' ');
  if (names === flat) return cell.trim();
  return names
    .replace(LABELS, ' ')
    .replace(/[\s,，;；:：/()（）]*(?:、[\s,，;；:：/()（）]*)+/gu, '、')
    .replace(/[\s,，;；:：/()（）]+/gu, ' ')
    .replace(/^[\s、]+|[\s、]+$/gu, '');
}

export function readContactCell(cell: string): ContactParts {
  const flat = plain(cell);
  if (flat.length > LONGEST) return { name: flat };
  if (/^\d+(?:\.\d+)?e\+?\d+$/iu.test(flat) || /^\d+\.0+$/u.test(flat)) return { phone: flat };
  const email = EMAIL.exec(flat)?.[0];
  const withoutEmail = email === undefined ? flat : flat.replace(email, ' ');
  const phone = PHONE.exec(withoutEmail)?.[0];
  const rest = (phone === undefined ? withoutEmail : withoutEmail.replace(phone, ' '))
    .replace(LABELS, ' ')
    .replace(/[\s,，;；:：/、()（）]+/gu, ' ')
    .trim();
  return {
    ...(rest === '' ? {} : { name: rest }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
  };
}
