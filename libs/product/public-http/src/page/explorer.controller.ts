import { DemoPeopleService } from '@intekenboek/identity-http';
import { originOf, publicError } from '@intekenboek/platform-nest';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';

import { explorerAssets } from './explorer-assets';
import { explorerPage } from './explorer.view';
import { PAGE_MODEL, type PageModelSource } from './page-model';

/** The browser refuses whatever would come from, or go to, another host. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  // Its editor writes styles into the page.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  'font-src data:',
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const QUERY_LENGTH_MAX = 20_000;

/** A GraphQL explorer that needs no internet. Only the demonstration has it. */
@Controller('explorer')
export class ExplorerController {
  constructor(
    private readonly demoPeople: DemoPeopleService,
    @Inject(PAGE_MODEL) private readonly source: PageModelSource,
  ) {}

  /** `?person=` is the key of a demo person, `?query=` a question to open with. */
  @Get()
  async show(
    @Req() request: Request,
    @Res() response: Response,
    @Query('person') key?: unknown,
    @Query('query') query?: unknown,
  ): Promise<void> {
    const people = await this.demoPeople.list(originOf(request));
    const { examples } = await this.source.read();
    const asked = typeof query === 'string' && query.length <= QUERY_LENGTH_MAX ? [query] : [];
    const person = people.find((one) => one.key === key) ?? null;
    response
      .set({
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': POLICY,
        'Cache-Control': 'no-store',
      })
      .send(explorerPage({ people, person, queries: [...asked, ...examples] }));
  }

  @Get(':name')
  async asset(
    @Req() request: Request,
    @Res() response: Response,
    @Param('name') name: string,
  ): Promise<void> {
    const found = (await explorerAssets()).get(name);
    if (found === undefined) throw publicError('FILE_UNKNOWN', fileUnknown);
    const { type, etag, gzipped } = found;
    response.set({
      'Content-Type': type,
      'Content-Security-Policy': POLICY,
      'Cache-Control': 'no-cache',
      ETag: etag,
    });
    if (request.fresh) response.status(304).end();
    // Every browser that can run it takes gzip.
    else response.set('Content-Encoding', 'gzip').end(gzipped);
  }
}

const fileUnknown = {
  code: 'NOT_FOUND',
  nl: 'Dit bestand hoort niet bij de verkenner.',
  en: 'This file is not part of the explorer.',
} as const;
