/** A 联系方式 cell: `张三 138 0000 0000 zhang@cqu.edu.cn` in any order, parts of it, or several people with their numbers. */
import { CONTACT_LENGTHS } from '../../domain/contact.ts';
import { plain } from '../../domain/reading/plain.ts';

export interface ContactParts {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  /** Whose number is whose cannot be told: the name is the cell as it stands. */
  readonly asItStands?: boolean;
}

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/u;
const EXTENSION = String.raw`\s*(?:转|分机号?:?|ext\.?)\s*\d{1,6}`;
/** 微信同号: the number is an account, too; 传真: it is a fax. */
const SAME = String.raw`\(?微信(?:手机|电话)?同号\)?`;
const BEFORE = String.raw`(?:(?:${SAME}|传真|fax)\s*:?\s*)?`;
/**
 * A mobile number; a service number (400, 800); an area code (without its 0 behind 86) and a number in one or two groups,
 * with its extension; one of another country; an account (微信, QQ); digits alone, also mistyped ones or of an identity card.
 */
const PHONE = new RegExp(
  String.raw`${BEFORE}(?:(?<!\d)(?:(?:\+|00)?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)|(?<!\d)[48]00[-\s]?\d{3,4}[-\s]?\d{3,4}(?!\d)|(?:(?:\+|00)86[-\s]?(?:\(0\))?[1-9]\d{1,2}|(?:(?:\+|00)?86[-\s]?)?(?:\(0\d{2,3}\)|0\d{2,3}))[-\s]?(?:\d{7,8}|\d{3,4}[-\s]\d{4})(?!\d)(?:-\d{1,6})?|\+(?!86)\d{1,3}[-\s]?(?:\(\d{1,4}\)[-\s]?)?\d{1,4}(?:[-\s]?\d{2,4}){1,3}(?!\d)|(?:微信号?|QQ号?|wechat)\s*:?\s*(?=[\w-]*\d)[\w-]{5,}|(?<!\d)(?:\+?86[-\s]?)?\d{7,18}(?!\d))(?:${EXTENSION})?(?:\s*${SAME})?`,
  'iu',
);
/** Longer cells are no contact; they are left for the schema to refuse. */
const LONGEST = 300;
const LABELS =
  /联系人|联系电话|办公电话|固定电话|移动电话|电话|手机号?码?|座机|固话|邮箱|电子邮件|(?<![a-z])(?:e-?mail|tel(?:ephone)?|phone|mobile)(?![a-z])/giu;
const GAP = /[\s,，;；:：/、|()（）]+/gu;
const GAP_OF_NAMES = /[\s,，;；:：/()（）]*(?:[、,，;；/][\s,，;；:：/()（）]*)+/gu;

const NUMBERS = new RegExp(`${EMAIL.source}|${PHONE.source}`, 'giu');

/** A name without the numbers and addresses beside it; as it is where there are none. */
export function withoutNumbers(cell: string): string {
  const flat = plain(cell);
  const names = flat.replace(NUMBERS, '、');
  return names === flat ? cell.trim() : cleanNames(names);
}

function cleanNames(words: string): string {
  return words
    .replace(LABELS, ' ')
    .replace(GAP_OF_NAMES, '、')
    .replace(/[\s:：()（）]+/gu, ' ')
    .replace(/^[\s、]+|[\s、]+$/gu, '');
}

export function readContactCell(cell: string): ContactParts {
  const flat = plain(cell);
  if (flat.length > LONGEST) return { name: flat };
  if (/^\d+(?:\.\d+)?e\+?\d+$/iu.test(flat) || /^\d+\.0+$/u.test(flat)) return { phone: flat };
  const numbers = [...flat.matchAll(NUMBERS)].map(([text]) => text);
  const between = flat.split(NUMBERS).map(cleanNames);
  const phone = numbers.filter((text) => !isEmail(text));
  const email = numbers.filter(isEmail);
  if (phone.length <= 1 && email.length <= 1) {
    const name = flat.replace(NUMBERS, ' ').replace(LABELS, ' ').replace(GAP, ' ').trim();
    return stated({ name, phone: phone.join(), email: email.join() });
  }
  const people = between.filter((name) => name !== '');
  const read = { name: people.join('；'), phone: phone.join('；'), email: email.join('；') };
  const clear = people.length <= 1 || eachHasOwn(between, numbers);
  return clear && fits(read) ? stated(read) : { name: flat, asItStands: true };
}

function isEmail(text: string): boolean {
  return text.includes('@');
}

function stated(parts: Required<Omit<ContactParts, 'asItStands'>>): ContactParts {
  return Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== ''));
}

function fits(parts: Readonly<Record<'name' | 'phone' | 'email', string>>): boolean {
  return (['name', 'phone', 'email'] as const).every((part) => parts[part].length <= CONTACT_LENGTHS[part]);
}

/** Names and numbers in turn, each name with one number of the same kinds: then the lists pair in their order. */
function eachHasOwn(between: readonly string[], numbers: readonly string[]): boolean {
  const namesFirst = between[0] !== '';
  if (namesFirst === (between.at(-1) !== '')) return false;
  const groups: string[][] = [];
  numbers.forEach((number, i) => {
    const opens = groups.length === 0 || between[i] !== '';
    if (opens) groups.push([]);
    groups.at(-1)?.push(isEmail(number) ? 'email' : 'phone');
  });
  const [first, ...others] = groups.map((kinds) =>
    new Set(kinds).size === kinds.length ? kinds.sort().join() : null,
  );
  return first !== null && others.every((kinds) => kinds === first);
}
