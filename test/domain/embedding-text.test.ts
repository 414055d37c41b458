import { describe, expect, it } from 'vitest';
import { CarrierSchema } from '../../src/domain/carrier.ts';
import {
  carrierEmbeddingText,
  EMBEDDING_TOKENS,
  resultEmbeddingText,
} from '../../src/domain/embedding-text.ts';
import { ResearchResultSchema } from '../../src/domain/research-result.ts';

const result = (fields: object) => resultEmbeddingText(ResearchResultSchema.parse(fields));

describe('the text for an embedder', () => {
  it('is what a result is called and what it is about', () => {
    const fields = { title: '双特异性抗体', keywords: ['抗体', '肿瘤'], abstract: '已完成小试。' };
    expect(result({ ...fields, needs: '寻求中试', advance: '国际先进' })).toBe(
      '双特异性抗体\n抗体\n肿瘤\n已完成小试。',
    );
  });

  it('is the name and the description of a carrier', () => {
    const carrier = CarrierSchema.parse({
      name: '江北孵化器',
      description: '生物医药中试。',
      limits: '不接收危化品',
      portfolio: '重组蛋白',
    });
    expect(carrierEmbeddingText(carrier)).toBe('江北孵化器\n生物医药中试。');
  });

  it('is cut where a small model stops reading: Chinese by characters, English at three to a token', () => {
    const title = '题';
    expect(result({ title, abstract: '文'.repeat(5_000) })).toHaveLength(EMBEDDING_TOKENS);
    expect(result({ title, abstract: 'word '.repeat(2_000) })).toHaveLength(EMBEDDING_TOKENS * 3 - 2);
    const whole = '文'.repeat(EMBEDDING_TOKENS - 2);
    expect(result({ title, abstract: whole })).toBe(`${title}\n${whole}`);
  });

  it('is never cut through a character', () => {
    const text = result({ title: '题', abstract: '𠮷'.repeat(1_000) });
    expect(text.endsWith('𠮷')).toBe(true);
    expect([...text]).toHaveLength(EMBEDDING_TOKENS);
  });
});
