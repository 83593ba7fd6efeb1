import { specFor } from '@docket/kernel/testing';
import { gateSetDecider, type Gate, type GatesPublished, type PublishGates } from '.';
import { funding, gates, options } from '../../testing/gate.scenes';
import { portfolioId, settledPortfolio } from '../../testing/project.scenes';

const { given } = specFor(gateSetDecider);

const publish = (given: readonly Gate[]): PublishGates => ({
  type: 'PublishGates',
  data: { portfolioId, portfolio: settledPortfolio, kind: 'project', gates: given },
});
const published = (version: number, given: readonly Gate[] = gates): GatesPublished => ({
  type: 'GatesPublished',
  data: { portfolioId, kind: 'project', version, gates: given },
});
const one = (of: Partial<Gate>): Gate => ({ id: 'case', name: 'Case', criteria: [funding], ...of });

describe('the gates of a kind of component', () => {
  it('are published as version 1, in their order', () => given().when(publish(gates)).then(published(1)));

  it('change only by the next version', () =>
    given(published(1))
      .when(publish(gates.slice(1)))
      .then(published(2, gates.slice(1))));

  it('that are the same again change nothing', () =>
    given(published(1), published(2, gates.slice(1)))
      .when(publish(gates.slice(1)))
      .thenNothing());

  it('are others in another order', () => {
    const reversed = gates.toReversed();
    given(published(1)).when(publish(reversed)).then(published(2, reversed));
  });

  it('have names and wordings without blanks around them', () =>
    given()
      .when(publish([one({ name: '  The   case ', criteria: [{ ...funding, wording: ' Funded. ' }] })]))
      .then(published(1, [one({ name: 'The case', criteria: [{ ...funding, wording: 'Funded.' }] })])));

  it.each([
    ['no gate', [], 'gates-missing'],
    ['a gate without a name', [one({ name: ' ' })], 'name-blank'],
    ['two gates of one id', [one({}), one({ name: 'Other', criteria: [options] })], 'gate-twice'],
    [
      'two gates of one name',
      [one({}), one({ id: 'other', name: ' CASE', criteria: [options] })],
      'gate-twice',
    ],
    ['a gate that asks nothing', [one({ criteria: [] })], 'gate-asks-nothing'],
    ['a criterion that says nothing', [one({ criteria: [{ ...funding, wording: ' ' }] })], 'wording-blank'],
    ['a criterion twice at one gate', [one({ criteria: [funding, funding] })], 'criterion-twice'],
    ['a criterion at two gates', [one({}), one({ id: 'other', name: 'Other' })], 'criterion-twice'],
  ] as const)('are refused with %s', (_, wrong, code) => given().when(publish(wrong)).thenRefused(code));

  it('are of a portfolio that is there', () => {
    const { data } = publish(gates);
    given()
      .when({ type: 'PublishGates', data: { ...data, portfolio: { status: 'absent' } } })
      .thenRefused('portfolio-unknown');
  });
});
