import { redactedText } from '@docket/kernel';
import { fullCase, writtenCase } from '../../testing/project.scenes';
import { riskTextsOf, toldRisks } from './risk-texts';

describe('what people wrote of risks', () => {
  it('is one text, from which each risk gets its own back', () =>
    expect(toldRisks(writtenCase.risks, riskTextsOf(fullCase.risks))).toEqual([
      {
        ...writtenCase.risks[0],
        description: 'The law comes late.',
        response: 'Ask the ministry every month.',
      },
      { ...writtenCase.risks[1], description: 'Titles are missing.', response: null },
    ]));

  it.each([
    ['not there', undefined],
    ['no JSON', '{"law":'],
    ['of nobody', 'null'],
  ])('is nothing where it is %s; the figures stay', (_, texts) =>
    expect(toldRisks(writtenCase.risks, texts)).toEqual(
      writtenCase.risks.map((risk) => ({ ...risk, description: null, response: null })),
    ),
  );

  it('says so of each risk where it is redacted, by whom and why; the figures stay', () => {
    const told = redactedText({ by: 'p-otto', why: 'Erasure request 12/2026.' });
    expect(toldRisks(writtenCase.risks, told)).toEqual(
      writtenCase.risks.map((risk) => ({ ...risk, description: told, response: told })),
    );
  });

  it('takes an id for an id, whatever it is called', () => {
    const odd = { id: '__proto__', description: 'Odd.', probability: 1, impact: 1 };
    const told = toldRisks([{ id: '__proto__', probability: 1, impact: 1 }], riskTextsOf([odd]));
    expect(told[0]?.description).toBe('Odd.');
  });
});
