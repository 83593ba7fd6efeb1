import { AssessmentModule } from '@docket/assessment';
import { GovernanceModule } from '@docket/governance';
import { SYSTEM, type System } from '@docket/host';
import type { Signer } from '@docket/identity';
import { COMMAND_RUNTIME } from '@docket/kernel';
import { PortfolioModule } from '@docket/portfolio';
import { ProjectModule } from '@docket/project';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { EventsController } from './audit/events.controller';
import { AssessmentsController } from './assessment/assessments.controller';
import { FundingLineController } from './assessment/funding-line.controller';
import { RankingReasonsController } from './assessment/ranking-reasons.controller';
import { RankingController } from './assessment/ranking.controller';
import { ScoringModelsController } from './assessment/scoring-models.controller';
import type { Secrets } from './door/caller';
import { RightsGuard } from './door/rights.guard';
import { SECRETS } from './door/secrets';
import { SIGNER, SigningGuard } from './door/signing.guard';
import { SessionController } from './door/session.controller';
import { BodiesController } from './governance/bodies.controller';
import { CapsuleController } from './governance/capsule.controller';
import { BallotSight } from './governance/ballot-sight';
import { Capsules } from './governance/capsules';
import { KeptCapsules } from './governance/kept-capsules';
import { ConditionsController } from './governance/conditions.controller';
import { DelegationsController } from './governance/delegations.controller';
import { GrantsController } from './governance/grants.controller';
import { DecisionsController } from './governance/decisions.controller';
import { ModelsBefore } from './governance/models-before';
import { MotionsController } from './governance/motions.controller';
import { HealthController } from './health/health.controller';
import { Readiness } from './health/readiness';
import { Answers } from './http/answers';
import { CreationKeys } from './http/creation-keys';
import { MovedEvents } from './http/moved-events';
import { PortfolioOf } from './http/portfolio-of';
import { ImportAnswers } from './http/import-answers';
import { Readings } from './http/reading';
import { Traces } from './http/trace';
import { JobsController } from './operator/jobs.controller';
import { OperatorController } from './operator/operator.controller';
import { Replays } from './operator/replays';
import { EventPageController } from './page/event/event-page.controller';
import { PageController } from './page/page.controller';
import { Pages } from './page/pages';
import { PortfolioPagesController } from './page/portfolio-pages.controller';
import { ProjectFiles } from './page/project/project-files';
import { ProjectPageController } from './page/project/project-page.controller';
import { Outages } from './problems/outages';
import { PortfoliosController } from './portfolio/portfolios.controller';
import { DependenciesController } from './project/dependencies.controller';
import { InterestsController } from './project/interests.controller';
import { MustHaveController } from './project/must-have.controller';
import { PartsController } from './project/parts.controller';
import { PlaceController } from './project/place.controller';
import { ProjectsController } from './project/projects.controller';
import { ConfidenceController } from './project/confidence.controller';
import { ReportsController } from './project/reports.controller';
import { PlanController } from './governance/plan.controller';
import { ClosuresController } from './project/closures.controller';
import { GatesController } from './project/gates.controller';
import { RollUpController } from './project/roll-up.controller';
import { CompositionController } from './strategy/composition.controller';
import { ContributionsController } from './strategy/contributions.controller';
import { ObjectivesController } from './strategy/objectives.controller';

@Global()
@Module({})
class PortsModule {
  static of(system: System, secrets: Secrets, signer: Signer): DynamicModule {
    const providers = [
      { provide: SIGNER, useValue: signer },
      { provide: SYSTEM, useValue: system },
      { provide: SECRETS, useValue: secrets },
      { provide: COMMAND_RUNTIME, useValue: system.runtime },
    ];
    return { module: PortsModule, providers, exports: providers };
  }
}

/** What controllers ask for what goes beyond one query. */
const services = [
  Answers,
  CreationKeys,
  ImportAnswers,
  Readings,
  MovedEvents,
  Outages,
  Pages,
  PortfolioOf,
  ProjectFiles,
  Readiness,
  Replays,
  Traces,
  BallotSight,
  Capsules,
  ModelsBefore,
  KeptCapsules,
];

/** Whoever answers a route; the pages come last, which take what is not theirs. */
const controllers = [
  PortfoliosController,
  CompositionController,
  ObjectivesController,
  ContributionsController,
  ProjectsController,
  ReportsController,
  ConfidenceController,
  DependenciesController,
  ScoringModelsController,
  AssessmentsController,
  RankingController,
  FundingLineController,
  RankingReasonsController,
  InterestsController,
  MustHaveController,
  PartsController,
  PlaceController,
  RollUpController,
  GatesController,
  ClosuresController,
  PlanController,
  BodiesController,
  GrantsController,
  DelegationsController,
  DecisionsController,
  MotionsController,
  CapsuleController,
  ConditionsController,
  EventsController,
  SessionController,
  OperatorController,
  JobsController,
  HealthController,
  PageController,
  ProjectPageController,
  PortfolioPagesController,
  EventPageController,
];

@Module({})
export class AppModule {
  static of(system: System, secrets: Secrets, signer: Signer): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PortsModule.of(system, secrets, signer),
        CqrsModule.forRoot(),
        PortfolioModule,
        ProjectModule,
        AssessmentModule,
        GovernanceModule,
      ],
      controllers,
      providers: [
        ...services,
        { provide: APP_GUARD, useClass: RightsGuard },
        { provide: APP_GUARD, useClass: SigningGuard },
      ],
    };
  }
}
