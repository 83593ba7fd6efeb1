import { specFor } from '@docket/kernel/testing';
import { decider, type DepartureNoted, type ProjectEvent, type ReturnNoted } from '.';
import {
  carried,
  claimed,
  historyReached,
  imported,
  importedIn,
  portfolioId,
  projectId,
  proposed,
  reported,
  row,
  settledPortfolio,
} from '../../testing/project.scenes';

const { given } = specFor(decider);
const listed = { name: 'Crossrail Programme', department: 'DFT' };
const takeOver = (year: number, said = listed) =>
  ({
    type: 'ImportAuthorisedProject',
    data: { projectId, portfolioId, portfolio: historyReached(year), source: row(year), ...said },
  }) as const;
const redescribe = (year: number, said: object, portfolio = historyReached(year)) =>
  ({ type: 'RedescribeProject', data: { projectId, portfolio, source: row(year), ...said } }) as const;
const depart = (year: number, portfolio = historyReached(year)) =>
  ({
    type: 'NoteDeparture',
    data: { projectId, portfolio, absentFrom: `${year}-07-01`, source: row(year).file },
  }) as const;
const comeBack = (year: number, portfolio = historyReached(year)) =>
  ({
    type: 'NoteReturn',
    data: { projectId, portfolio, presentFrom: `${year}-07-01`, source: row(year) },
  }) as const;
const left = (year: number): DepartureNoted => ({
  type: 'DepartureNoted',
  data: { projectId, absentFrom: `${year}-07-01`, source: row(year).file },
});
const returned = (year: number): ReturnNoted => ({
  type: 'ReturnNoted',
  data: { projectId, presentFrom: `${year}-07-01`, source: row(year) },
});
const renamed: ProjectEvent = {
  type: 'ProjectRedescribed',
  data: { projectId, name: 'Crossrail', source: row(2015) },
};

describe('taking over authorised work from a list', () => {
  it('records it as that list describes it', () =>
    given().when(takeOver(2014), importedIn(2014)).then(imported));

  it('says nothing about a row that is recorded, even once the dates are settled', () =>
    given(imported, renamed)
      .when(
        { ...takeOver(2014), data: { ...takeOver(2014).data, portfolio: settledPortfolio } },
        importedIn(2014),
      )
      .thenNothing());

  it('refuses another description under the same id', () =>
    given(imported)
      .when(takeOver(2014, { ...listed, name: 'Thameslink' }), importedIn(2014))
      .thenRefused('project-already-known'));

  it('is refused where history is settled', () =>
    given()
      .when(
        { ...takeOver(2014), data: { ...takeOver(2014).data, portfolio: settledPortfolio } },
        importedIn(2014),
      )
      .thenRefused('history-settled'));

  it('is refused at a moment history has not reached, or has passed', () => {
    given().when(takeOver(2013), importedIn(2014)).thenRefused('history-out-of-order');
    given().when(takeOver(2015), importedIn(2014)).thenRefused('history-out-of-order');
  });

  it('needs a name and a portfolio', () => {
    given()
      .when(takeOver(2014, { ...listed, name: '' }), importedIn(2014))
      .thenRefused('name-blank');
    given()
      .when(
        { ...takeOver(2014), data: { ...takeOver(2014).data, portfolio: { status: 'absent' } } },
        importedIn(2014),
      )
      .thenRefused('portfolio-unknown');
  });
});

describe('a list that describes a project otherwise', () => {
  it('records only what differs', () =>
    given(imported)
      .when(redescribe(2015, { name: 'Crossrail', department: 'DFT' }), importedIn(2015))
      .then(renamed));

  it('says nothing when nothing differs', () =>
    given(imported).when(redescribe(2015, listed), importedIn(2015)).thenNothing());

  it('recognises a row of an earlier year by how the project was described then', () =>
    given(imported, renamed, reported({ reportedFor: '2016-07-01', figures: {}, source: row(2016) }))
      .when(redescribe(2014, listed, settledPortfolio), importedIn(2014))
      .thenNothing());

  it('recognises a row that changed nothing by its report', () =>
    given(imported, reported({ reportedFor: '2014-07-01', figures: {}, source: row(2015) }), {
      ...renamed,
      data: { ...renamed.data, source: row(2016) },
    })
      .when(redescribe(2015, listed, settledPortfolio), importedIn(2015))
      .thenNothing());

  it('refuses a recorded row that now says something else', () =>
    given(imported, renamed)
      .when(redescribe(2014, { name: 'Thameslink' }, settledPortfolio), importedIn(2014))
      .thenRefused('history-settled'));

  it('refuses an empty name', () =>
    given(imported)
      .when(redescribe(2015, { name: ' ' }), importedIn(2015))
      .thenRefused('name-blank'));

  it('refuses a proposal, whose business case is revised instead', () =>
    given(proposed)
      .when(redescribe(2015, { name: 'Other' }), importedIn(2015))
      .thenRefused('project-not-authorised'));

  it('needs a project', () =>
    given().when(redescribe(2015, listed), importedIn(2015)).thenRefused('project-unknown'));
});

describe('a project that is absent from a later list', () => {
  it('has left without a recorded decision', () =>
    given(imported).when(depart(2015), importedIn(2015)).then(left(2015)));

  it('leaves once: later lists without it say nothing new', () =>
    given(imported, left(2015)).when(depart(2016), importedIn(2016)).thenNothing());

  it('is recognised after it has returned', () =>
    given(imported, left(2015), returned(2018))
      .when(depart(2016, settledPortfolio), importedIn(2016))
      .thenNothing());

  it('may leave again', () =>
    given(imported, left(2015), returned(2018)).when(depart(2019), importedIn(2019)).then(left(2019)));

  it.each(['kill', 'complete'] as const)('needs no note after the decision to %s it', (outcome) =>
    given(imported, claimed('m1'), carried('m1', outcome)).when(depart(2015), importedIn(2015)).thenNothing(),
  );

  it('is refused for a proposal', () =>
    given(proposed).when(depart(2015), importedIn(2015)).thenRefused('project-not-authorised'));

  it('is refused on a day that does not exist', () =>
    given(imported)
      .when({ ...depart(2015), data: { ...depart(2015).data, absentFrom: '2015-02-29' } }, importedIn(2015))
      .thenRefused('day-malformed'));

  it('is refused where history is settled or elsewhere', () => {
    given(imported).when(depart(2015, settledPortfolio), importedIn(2015)).thenRefused('history-settled');
    given(imported).when(depart(2014), importedIn(2015)).thenRefused('history-out-of-order');
  });

  it('is refused before it was first listed', () =>
    given(imported).when(depart(2013), importedIn(2013)).thenRefused('history-out-of-order'));
});

describe('a project that stands in a list again', () => {
  it('is authorised work again', () =>
    given(imported, left(2015)).when(comeBack(2018), importedIn(2018)).then(returned(2018)));

  it('says nothing of one that never left', () =>
    given(imported).when(comeBack(2015), importedIn(2015)).thenNothing());

  it('says nothing the second time, also once it has left again', () =>
    given(imported, left(2015), returned(2018), left(2019))
      .when(comeBack(2018, settledPortfolio), importedIn(2018))
      .thenNothing());

  it('says nothing of a year before it left', () =>
    given(imported, left(2016)).when(comeBack(2015, settledPortfolio), importedIn(2015)).thenNothing());

  it('cannot return within an absence that is recorded to its end', () =>
    given(imported, left(2015), returned(2018))
      .when(comeBack(2016), importedIn(2016))
      .thenRefused('history-out-of-order'));

  it('keeps the end of an earlier absence when it returns from a later one', () => {
    const turns = [left(2015), returned(2018), left(2019), returned(2021)];
    given(imported, ...turns)
      .when(depart(2018), importedIn(2018))
      .thenRefused('history-out-of-order');
    given(imported, ...turns)
      .when(depart(2017, settledPortfolio), importedIn(2017))
      .thenNothing();
    given(imported, ...turns)
      .when(depart(2020, settledPortfolio), importedIn(2020))
      .thenNothing();
  });

  it('is refused on a day that does not exist', () =>
    given(imported, left(2015))
      .when(
        { ...comeBack(2018), data: { ...comeBack(2018).data, presentFrom: '1 July 2018' } },
        importedIn(2018),
      )
      .thenRefused('day-malformed'));

  it('is refused where history is settled', () =>
    given(imported, left(2015))
      .when(comeBack(2018, settledPortfolio), importedIn(2018))
      .thenRefused('history-settled'));
});
