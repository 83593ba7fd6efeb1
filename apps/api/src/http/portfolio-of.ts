import { scoringModelTable } from '@docket/assessment';
import { bodyTable, conditionTable, grantTable, motionTable } from '@docket/governance';
import { SYSTEM, type System } from '@docket/host';
import { isPosition, type Row, type Table } from '@docket/kernel';
import { projectTable } from '@docket/project';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '../problems/problem';

/** Ids of what a list is searched by; what is left out, is not asked. */
export type SearchedBy = Readonly<{
  project?: string | undefined;
  body?: string | undefined;
  motion?: string | undefined;
  grant?: string | undefined;
}>;

/** Finds the portfolio on whose timeline something stands, to turn a date into a number. */
@Injectable()
export class PortfolioOf {
  constructor(@Inject(SYSTEM) private readonly system: System) {}

  project(id: string, after?: string): Promise<string> {
    return this.scope(projectTable, id, after, 'project-unknown');
  }

  body(id: string, after?: string): Promise<string> {
    return this.scope(bodyTable, id, after, 'body-unknown');
  }

  motion(id: string, after?: string): Promise<string> {
    return this.scope(motionTable, id, after, 'motion-unknown');
  }

  condition(id: string, after?: string): Promise<string> {
    return this.scope(conditionTable, id, after, 'condition-unknown');
  }

  grant(id: string, after?: string): Promise<string> {
    return this.scope(grantTable, id, after, 'grant-unknown');
  }

  model(id: string, after?: string): Promise<string> {
    return this.scope(scoringModelTable, id, after, 'model-unknown');
  }

  /** What a list is searched by has to be there: of what is mistyped there is nothing to find. */
  async assertKnown(by: SearchedBy, after?: string): Promise<void> {
    if (by.project !== undefined) await this.project(by.project, after);
    if (by.body !== undefined) await this.body(by.body, after);
    if (by.motion !== undefined) await this.motion(by.motion, after);
    if (by.grant !== undefined) await this.grant(by.grant, after);
  }

  /** Of the event of this number; undefined where it stands on no timeline, or is not there. */
  async event(number: number, after?: string): Promise<string | undefined> {
    await this.waitFor(after);
    return (await this.system.live.current().numbered(number))?.portfolio ?? undefined;
  }

  private async waitFor(after: string | undefined): Promise<void> {
    if (after !== undefined && isPosition(after)) await this.system.waitFor(after, 5_000);
  }

  private async scope<R extends Row>(
    table: Table<R>,
    id: string,
    after: string | undefined,
    unknown:
      | 'project-unknown'
      | 'body-unknown'
      | 'grant-unknown'
      | 'motion-unknown'
      | 'condition-unknown'
      | 'model-unknown',
  ): Promise<string> {
    await this.waitFor(after);
    const [found] = await this.system.live.current().latest(table, [id]);
    if (!found) throw new Problem(unknown, `There is no ${table.name.replaceAll('_', ' ')} ${id}.`);
    return found.scope;
  }
}
