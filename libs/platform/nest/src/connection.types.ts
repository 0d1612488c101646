import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

import { encodeCursor } from './cursor';
import { type WaitForArgs, WaitForField } from './wait-for.args';

const PAGE_SIZE = 50;
const PAGE_SIZE_MAX = 500;
const CURSOR_LENGTH_MAX = 1_000;

/** Arguments of every list that is read in pages, also within another type. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    defaultValue: PAGE_SIZE,
    description: `How many to give (aantal), 1 to ${PAGE_SIZE_MAX}.`,
  })
  @IsInt()
  @Min(1)
  @Max(PAGE_SIZE_MAX)
  readonly first: number = PAGE_SIZE;

  @Field(() => String, {
    nullable: true,
    description: 'Start after the item with this cursor (bladwijzer): the `endCursor` of the page before.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(CURSOR_LENGTH_MAX)
  readonly after?: string | null;
}

/** Arguments of a paged root query: these can also wait for a write. */
@ArgsType()
export class RootPageArgs extends PageArgs implements WaitForArgs {
  @WaitForField()
  readonly waitFor?: string | null;
}

/** Where a page stands in its list. */
@ObjectType({ description: 'Where a page stands in its list (plaats in de lijst).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows (er is een volgende bladzijde).' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether something came before (er is een vorige bladzijde).' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item (eerste bladwijzer).' })
  readonly startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item (laatste bladwijzer).' })
  readonly endCursor!: string | null;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

/** What a resolver of a paged list returns. */
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/**
 * The GraphQL type of a paged list: `export const CommitmentConnection = connectionType(CommitmentType, 'Commitment')`.
 * Make it once per node type. Its resolver returns `Connection<CommitmentType>`.
 */
export function connectionType<Node>(node: Type<Node>, name: string): Type<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, with its cursor (regel).` })
  class NodeEdge implements Edge<Node> {
    @Field(() => String, { description: 'Give it as `after` to go on from here (bladwijzer).' })
    readonly cursor!: string;

    @Field(() => node, { description: 'The item itself (het item).' })
    readonly node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name} (bladzijde).` })
  class NodeConnection implements Connection<Node> {
    @Field(() => [NodeEdge], { description: 'The items of this page, in order (regels).' })
    readonly edges!: readonly NodeEdge[];

    @Field(() => PageInfo, { description: 'Where this page stands in the list (plaats in de lijst).' })
    readonly pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many there are in the whole list (totaal aantal).' })
    readonly totalCount!: number;
  }

  return NodeConnection;
}

/** A page out of `rows`, for which the caller fetched `first + 1`: the extra one only tells that more follows. */
export function connectionOf<Node>(
  rows: readonly Node[],
  page: {
    readonly first: number;
    readonly after?: string | null | undefined;
    readonly totalCount: number;
    /** The values by which the list is sorted, the last of them unique. */
    readonly cursorOf: (row: Node) => readonly (string | number)[];
  },
): Connection<Node> {
  const edges = rows
    .slice(0, page.first)
    .map((node) => ({ cursor: encodeCursor(page.cursorOf(node)), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: Boolean(page.after),
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: page.totalCount,
  };
}
