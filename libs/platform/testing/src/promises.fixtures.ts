import {
  type Actor,
  type CalendarDate,
  type Clock,
  ConcurrencyConflict,
  EventStoreUnavailable,
  DomainError,
  type Instant,
  KernelRejected,
} from '@intekenboek/event-sourcing-core';
import {
  accepted,
  CalendarDateScalar,
  CLOCK,
  CommandAccepted,
  CommandInput,
  commandMeta,
  type Connection,
  connectionOf,
  connectionType,
  CurrentActor,
  CurrentReader,
  decodeCursor,
  InstantScalar,
  PageArgs,
  rejectionFilter,
  type RejectionTable,
  RootPageArgs,
} from '@intekenboek/platform-nest';
import { Inject, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import {
  Args,
  Field,
  Float,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsUUID, MaxLength, Min, ValidateNested } from 'class-validator';

// A little API of its own, so that the conventions are tried over HTTP without any context.

type PromiseRejection = 'PROMISE_UNKNOWN' | 'PROMISE_TOO_LARGE';
export class PromiseRejected extends DomainError<PromiseRejection> {}

const PROMISE_REJECTIONS: RejectionTable<PromiseRejection> = {
  PROMISE_UNKNOWN: { code: 'NOT_FOUND', nl: 'Deze toezegging kennen wij niet.', en: 'We do not know it.' },
  PROMISE_TOO_LARGE: {
    code: 'CONFLICT',
    nl: 'Hoogstens {max} woningen mag.',
    en: 'At most {max} dwellings are allowed.',
  },
};

@ObjectType('Promise')
export class PromiseType {
  @Field(() => ID) readonly id: string;
  @Field(() => CalendarDateScalar) readonly deadline: CalendarDate;
  @Field(() => InstantScalar) readonly madeAt: Instant;
  @Field(() => Int) readonly dwellings: number;
  @Field(() => Float) readonly ratio: number;
  @Field(() => String, { nullable: true }) readonly note: string | null;

  constructor(n: number) {
    this.id = `promise-${String(n).padStart(4, '0')}`;
    this.deadline = `2026-0${(n % 9) + 1}-01` as CalendarDate;
    this.madeAt = '2026-01-01T00:00:00.000Z' as Instant;
    this.dwellings = n;
    this.ratio = n / 3;
    this.note = n % 2 === 0 ? null : `note "${n}"\n`;
  }
}

export const PromiseConnection = connectionType(PromiseType, 'Promise');

@InputType()
export class SliceInput {
  @Field(() => Int) @IsInt() @Min(2000) readonly year: number = 0;
}

@InputType()
export class MakePromiseInput extends CommandInput {
  @Field(() => ID) @IsUUID() readonly promiseId: string = '';
  @Field(() => String) @MaxLength(10) readonly title: string = '';
  @Field(() => Int) @IsInt() @Min(1) readonly dwellings: number = 0;
  @Field(() => CalendarDateScalar, { nullable: true }) readonly deadline?: CalendarDate | null;
  @Field(() => [SliceInput], { defaultValue: [] })
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  @Type(() => SliceInput)
  readonly slices: SliceInput[] = [];
}

const ROWS = Array.from({ length: 400 }, (_, n) => new PromiseType(n));

@Resolver(() => PromiseType)
export class PromiseResolver {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @Query(() => PromiseConnection)
  promises(@Args() { first, after }: RootPageArgs): Connection<PromiseType> {
    const [from] = after ? decodeCursor(after, ['string']) : [''];
    const rows = ROWS.filter(({ id }) => id > from).slice(0, first + 1);
    return connectionOf(rows, { first, after, totalCount: ROWS.length, cursorOf: ({ id }) => [id] });
  }

  @Query(() => PromiseType, { nullable: true })
  async promise(@Args('due', { type: () => CalendarDateScalar }) due: CalendarDate) {
    return ROWS.find(({ deadline }) => deadline === due) ?? null;
  }

  @Query(() => String)
  whoAmI(@CurrentActor() actor: Actor): string {
    return actor.personId;
  }

  @Query(() => String, { nullable: true })
  whoReads(@CurrentReader() actor: Actor | null): string | null {
    return actor?.personId ?? null;
  }

  @ResolveField(() => [PromiseType])
  async others(@Parent() { dwellings }: PromiseType, @Args() { first }: PageArgs): Promise<PromiseType[]> {
    return ROWS.slice(dwellings + 1, dwellings + 1 + first);
  }

  @ResolveField(() => String, { nullable: true })
  secret(@Parent() { dwellings }: PromiseType): string | null {
    if (dwellings === 1) throw new Error('password=hunter2');
    return 'told';
  }

  @ResolveField(() => String, { nullable: true })
  elsewhere(@Parent() { dwellings }: PromiseType): string | null {
    if (dwellings === 3) throw new EventStoreUnavailable('/secret/folder/log.sqlite: the disk is full.');
    if (dwellings === 4) throw new RangeError('password=hunter2');
    return 'there';
  }

  @ResolveField(() => String)
  required(@Parent() { dwellings }: PromiseType): string {
    if (dwellings === 2) throw new Error('password=hunter2');
    return 'there';
  }

  @Mutation(() => CommandAccepted)
  async makePromise(@Args('input') input: MakePromiseInput, @CurrentActor() actor: Actor) {
    const meta = commandMeta(input, actor, this.clock);
    if (meta.effectiveAt > meta.at) throw new KernelRejected('EFFECTIVE_TIME_AHEAD', { now: meta.at });
    if (input.title === 'raced') throw new ConcurrencyConflict('promise-1', 1);
    if (input.title === 'full')
      throw new EventStoreUnavailable('/secret/folder/log.sqlite: the disk is full.');
    if (input.title === 'broken') throw new Error('password=hunter2');
    if (input.dwellings > 100) throw new PromiseRejected('PROMISE_TOO_LARGE', { rule: '6.2', max: 100 });
    const stream = `promise-${input.promiseId}` as const;
    const position = '0000000007' as never;
    return accepted(input.promiseId, { stream, revision: 3, position, isUnchanged: false });
  }
}

@Module({
  providers: [
    PromiseResolver,
    { provide: APP_FILTER, useClass: rejectionFilter(PromiseRejected, PROMISE_REJECTIONS) },
  ],
})
export class PromisesModule {}

export const ACTOR = {
  personId: 'person-1',
  partyId: 'party-1',
  partyKind: 'MUNICIPALITY',
  territory: 'GM0363',
  roles: ['DRAFTER'],
} as unknown as Actor;
