import { auditorsQuestions, BoardDays, foundsTown } from './board-days.fixture';
import type { TestDocket } from './docket.fixture';
import { describeAudit } from './story-of-an-audit.suite';
import { ToldBoards } from './told-boards.fixture';

const survey = (due: string) => ({
  ...{ what: 'The ground survey is published.', owner: 'p-priya', due, consequence: 'escalate' },
  evidence: 'The report with the signature of the geologist.',
});
const bothFor = { by: 'p-chen', votes: { 'p-chen': 'for', 'p-carl': 'for' } };

/**
 * Boards of a town decide for a month, and an auditor asks about each of their days: on the day, and a year later. In the profile that `place` makes;
 * what it gives starts the same installation again and again.
 */
export const describeBoards = (profile: string, place: () => () => Promise<TestDocket>) =>
  describe(`the boards of a town, and an auditor: ${profile}`, () => {
    let town: ToldBoards;
    let boards: BoardDays;
    beforeAll(async () => {
      town = new ToldBoards(place());
      boards = new BoardDays(town);
      await town.begins(0);
      await foundsTown(town);
    });
    afterAll(() => town.ends());

    const inTheEvening = () =>
      it('in the evening the auditor asks about that day, and keeps the answers', () =>
        town.auditorAsks(auditorsQuestions(boards.motions)));

    describe('day 0: an interest', () => {
      it('Bea says that her brother owns the builder of the quay, and the register has it', async () => {
        const interest = { nature: 'family', description: 'My brother owns the builder.' };
        await town.does('p-bea', 'projects/{quay}/interests', interest);
        const { rows } = await town.reads('portfolios/{town}/interests');
        expect(rows).toMatchObject([{ person: 'p-bea', ...interest, ended: null }]);
      });

      it('the quay is above the limit of the lead: it is for the board, by the grant that his hangs on', async () => {
        const { decides, steps } = await town.reads('projects/{quay}/authority?outcome=conditional-go');
        const grantId = town.id['grant of the board'];
        expect(decides).toEqual({ by: 'grant', grantId, bodyId: town.id.board });
        expect(steps[0]).toMatchObject({
          ...{ bodyId: town.id.lead, mayDecide: false, code: 'over-limit-per-decision' },
          hangsOn: [grantId],
        });
        await boards.tables('quay, if', { body: 'board', on: 'quay', ask: 'conditional-go' });
      });
      inTheEvening();
    });

    describe('day 1: a ballot without a quorum', () => {
      it('opens with Bea recused for her interest, and takes no vote of hers', async () => {
        await town.begins(1);
        await town.does('p-sven', 'motions/{quay, if}/ballot');
        expect(await boards.electorate('quay, if')).toEqual([
          ...['p-bea interest', 'p-carl entitled', 'p-chen entitled'],
        ]);
        const against = { choice: 'against', reason: 'Somebody might think he sent me.' };
        expect(await town.isRefused('p-bea', 'motions/{quay, if}/votes', against)).toBe('403 recused');
      });

      it('ends with one vote where two are needed: nothing is decided, the motion is carried over', async () => {
        await boards.votes('quay, if', { 'p-chen': 'for' });
        await town.does('p-chen', 'motions/{quay, if}/close');
        const motion = await town.reads('motions/{quay, if}');
        expect(motion).toMatchObject({ status: 'tabled', ballot: null, decision: null });
        expect(motion.formerBallots).toMatchObject([
          { outcome: { result: 'no-quorum', count: { inFavour: 1, entitled: 2, quorumNeeded: 2 } } },
        ]);
        const alone = { rationale: 'One of us was enough.', conditions: [survey(town.dateOf(20))] };
        expect(await town.isRefused('p-chen', 'motions/{quay, if}/decision', alone)).toBe(
          '409 motion-not-carried',
        );
        expect(await boards.plan()).toEqual([]);
      });
      inTheEvening();
    });

    describe('day 2: a conditional go', () => {
      it('Carl is there too, both vote for it, and the chair records it with its condition', async () => {
        await town.begins(2);
        const due = town.dateOf(20);
        const { decision } = await boards.decides('quay, if', {
          ...{ ...bothFor, rationale: 'If the ground holds.', conditions: [survey(due)] },
        });
        [town.id.survey] = decision.conditions;
        const condition = await town.comesToBe('the condition is set', 'conditions/{survey}', () => true);
        expect(condition).toMatchObject({ ...survey(due), evidence: [], standing: 'open' });
        expect(await boards.plan()).toEqual(['Ferry quay authorised by conditional-go']);
      });
      inTheEvening();
    });

    describe('day 22: a condition lapsed while the office was closed', () => {
      it('as of the end of its day, and the board is called to decide', async () => {
        await town.begins(22);
        const isCalled = ({ calledFor }: Readonly<{ calledFor: unknown }>) => calledFor !== null;
        const lapsed = await town.comesToBe('the board is called', 'conditions/{survey}', isCalled);
        expect(lapsed).toMatchObject({
          ...{ standing: 'lapsed', calledFor: { bodyId: town.id.board, ask: 'decision' } },
          ending: { by: 'process:condition-clock', endedAt: lapsed.dueUntil, unconfirmed: false },
        });
        const { rows } = await town.reads('portfolios/{town}/people/p-sven/to-do');
        expect(rows).toMatchObject([{ task: 'decide-lapsed', conditionId: town.id.survey }]);
        const late = { evidence: 'Here it is, two days late.' };
        expect(await town.isRefused('p-priya', 'conditions/{survey}/evidence', late)).toBe(
          '409 condition-not-open',
        );
      });

      it('the board holds the quay, which stays in the plan, held', async () => {
        await boards.tables('quay, held', { body: 'board', on: 'quay', ask: 'hold' });
        await boards.decides('quay, held', { ...bothFor, rationale: 'Nobody knows the ground.' });
        expect(await boards.plan()).toEqual(['Ferry quay held by hold']);
      });
      inTheEvening();
    });

    describe('day 23: a lead decides, and is called in', () => {
      it('Sam decides on the weir at once, within his limit, under a grant of a grant', async () => {
        await town.begins(23);
        await boards.tables('weir, go', { body: 'lead', on: 'weir', ask: 'go' });
        const sam = { by: 'p-sam', votes: { 'p-sam': 'for' }, rationale: 'It pays.' };
        const { decision } = await boards.decides('weir, go', sam);
        expect(decision.grants).toEqual([town.id['grant of the lead'], town.id['grant of the board']]);
        const { rows } = await town.reads('bodies/{board}/delegated-decisions');
        expect(rows).toMatchObject([{ motionId: town.id['weir, go'], standing: 'in-force' }]);
      });

      it('the chair calls it in within its three days: it does not stand, and the lead asks nothing more', async () => {
        const why = { reason: 'The ground is the same ground.' };
        expect(await town.isRefused('p-sam', 'motions/{weir, go}/call-in', why)).toBe(
          '403 not-yours-to-call-in',
        );
        await town.does('p-chen', 'motions/{weir, go}/call-in', why);
        const mine = boards.asked({ body: 'lead', on: 'weir', ask: 'hold', supersedes: 'weir, go' });
        expect(await town.isRefused('p-sven', 'portfolios/{town}/motions', mine)).toBe(
          '409 decision-called-in',
        );
        expect(await boards.register()).toContain('weir, go: go, called-in');
      });
      inTheEvening();
    });

    describe('day 24: a kill by the board', () => {
      it('stands in the place of what it called in, and what that had used is free again', async () => {
        await town.begins(24);
        await boards.tables('weir, killed', {
          ...{ body: 'board', on: 'weir', ask: 'kill', supersedes: 'weir, go' },
        });
        const votes = { 'p-chen': 'for', 'p-bea': 'for', 'p-carl': 'against' };
        await boards.decides('weir, killed', { by: 'p-chen', votes, rationale: 'No ground, no weir.' });
        const isFreed = ({ account }: Readonly<{ account: readonly unknown[] }>) => account.length === 0;
        await town.comesToBe('the amount is free', 'grants/{grant of the lead}', isFreed);
        expect(await boards.plan()).toEqual(['Ferry quay held by hold']);
        const again = boards.asked({ body: 'board', on: 'weir', ask: 'go' });
        expect(await town.isRefused('p-sven', 'portfolios/{town}/motions', again)).toBe(
          '422 ask-does-not-fit',
        );
      });
      inTheEvening();
    });

    describe('day 25: a correction', () => {
      it('a decision of the board stands in the place of its own earlier one; both stay on record', async () => {
        await town.begins(25);
        await boards.tables('quay, go', {
          ...{ body: 'board', on: 'quay', ask: 'go', supersedes: 'quay, held' },
        });
        await boards.decides('quay, go', {
          ...bothFor,
          rationale: 'The survey was there; we were sent the draft.',
        });
        expect(await boards.register()).toEqual([
          'quay, go: go, in-force',
          'quay, held: hold, superseded',
          'quay, if: conditional-go, in-force',
          'weir, go: go, superseded',
          'weir, killed: kill, in-force',
        ]);
        expect(await boards.plan()).toEqual(['Ferry quay authorised by go']);
      });
      inTheEvening();
    });

    describe('day 26: everything changes', () => {
      it('the rules, the seats, the grants; of what was decided nothing', async () => {
        await town.begins(26);
        await town.does('p-otto', 'bodies/{board}/seats/p-carl/end', { reason: 'Moved to the Treasury.' });
        await town.does('p-otto', 'bodies/{board}/rules', {
          ...{ quorum: { kind: 'share', share: '1' }, carryRule: 'two-thirds-of-all', minimumSeats: 2 },
          reason: 'Two of us are few.',
        });
        await town.does('p-chen', 'grants/{grant of the lead}/revocation', { reason: 'Once bitten.' });
        const interest = 'projects/{quay}/interests/p-bea/withdrawal';
        await town.does('p-bea', interest, { reason: 'He sold it.' });
        expect(await boards.plan()).toEqual(['Ferry quay authorised by go']);
        expect(await boards.register()).toHaveLength(5);
      });
      inTheEvening();
    });

    describeAudit(() => boards);
  });
