/** The types of pdfmake that its main module does not name. */
import type { Content, createPdf, TableCell } from 'pdfmake';

export type { Content, TableCell };
export type DocumentDefinition = Parameters<typeof createPdf>[0];
type Element = Exclude<Content, string | number | readonly unknown[]>;
export type ContentText = Extract<Element, { text: unknown }>;
export type ContentStack = Extract<Element, { stack: unknown }>;
