import type { Metadata, Recorded } from '@docket/kernel';
import type { DecisionCarried, ProjectEvent } from './domain/project';
import { wordsProjection } from './project-words.projection';
import type { ProjectWordsRow } from './project.tables';
import { carried, imported, projectId, proposed, writtenCase } from './testing/project.scenes';

const meta: Metadata = {
  stream: 's',
  revision: 0,
  previous: null,
  actor: 'ada',
  authentication: 'test',
  commandId: 'c',
  bodyDigest: 'b',
  correlationId: 'k',
  recordedAt: '2026-03-02T09:00:00.000Z',
  origin: 'live',
  guards: [],
};

/** The row that these events leave behind. */
const after = (...events: readonly ProjectEvent[]): ProjectWordsRow | undefined => {
  const on = wordsProjection.on as Readonly<
    Record<
      string,
      | ((
          event: Recorded<ProjectEvent>,
        ) => readonly { to: (row?: ProjectWordsRow) => ProjectWordsRow | undefined }[])
      | undefined
    >
  >;
  let row: ProjectWordsRow | undefined;
  for (const event of events)
    for (const change of on[event.type]?.({
      ...event,
      id: 'e',
      meta,
      position: '1',
      revision: 0,
      stream: 's',
    }) ?? [])
      row = change.to(row);
  return row;
};

const whole: ProjectEvent = { type: 'ProjectProposed', data: { ...proposed.data, ...writtenCase } };
const authorised = (motionId: string, scope?: string): DecisionCarried => {
  const { data } = carried(motionId, 'go');
  const baseline = { wholeLifeCost: '1', start: '2026-09-01', finish: '2029-03-31' };
  return { type: 'DecisionCarried', data: { ...data, baseline, ...(scope === undefined ? {} : { scope }) } };
};

describe('what is said of a project in words', () => {
  it('is that of its business case', () =>
    expect(after(whole)).toEqual({
      description: writtenCase.summary,
      scope: writtenCase.scope,
      options: writtenCase.options,
      risk_texts: writtenCase.riskTexts,
      baseline_scope: null,
    }));

  it('is no longer said where a revision says it no more', () => {
    const { proposer: _, proposedOn: __, portfolioId: ___, ...thin } = proposed.data;
    expect(after(whole, { type: 'ProposalRevised', data: thin })).toEqual({
      description: thin.summary,
      scope: null,
      options: null,
      risk_texts: null,
      baseline_scope: null,
    });
  });

  it('of listed work is what the list says last, until it has a case', () => {
    const redescribed: ProjectEvent = {
      type: 'ProjectRedescribed',
      data: { projectId, description: 'The Elizabeth line.', source: { file: 'list.csv', line: 1 } },
    };
    expect(after(imported)).toBeUndefined();
    expect(after(imported, redescribed)?.description).toBe('The Elizabeth line.');
  });
});

describe('the scope as authorised', () => {
  it('stays, whatever the case says since', () => {
    const { proposer: _, proposedOn: __, portfolioId: ___, ...thin } = proposed.data;
    const row = after(whole, authorised('m1', 'As it was.'), { type: 'BusinessCaseRevised', data: thin });
    expect([row?.scope, row?.baseline_scope]).toEqual([
      null,
      { original: 'As it was.', current: 'As it was.' },
    ]);
  });

  it('is kept as first authorised beside the current one, also where the first told none', () => {
    expect(after(whole, authorised('m1', 'One.'), authorised('m2', 'Two.'))?.baseline_scope).toEqual({
      original: 'One.',
      current: 'Two.',
    });
    expect(after(whole, authorised('m1'), authorised('m2', 'Two.'))?.baseline_scope).toEqual({
      original: null,
      current: 'Two.',
    });
  });

  it('is not set by a decision that authorises nothing', () =>
    expect(after(whole, carried('m1', 'defer'))?.baseline_scope).toBeNull());
});
