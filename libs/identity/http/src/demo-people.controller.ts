import { originOf, pageLanguageOf, sendPage } from '@intekenboek/platform-nest';
import { Body, Controller, Get, Header, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';

import { demoPeopleBody, demoPeopleTitle } from './demo-people.page';
import { DemoPeopleService, type DemoPersonWithToken, type DemoToken } from './demo-people.service';
import { DemoTokenInput } from './demo-token.input';

const NOTE = {
  nl: 'Verzonnen personen. Ieder mag als hen handelen, en alleen in de demonstratie.',
  en: 'Invented people. Anyone may act as them, and only in the demonstration.',
};

/** Only the demonstration has these addresses. */
@Controller('demo')
export class DemoPeopleController {
  constructor(private readonly people: DemoPeopleService) {}

  /** JSON for programs, a page for browsers. */
  @Get('people')
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    const people = await this.people.list(originOf(request));
    if (request.accepts(['json', 'html']) === 'html') {
      const language = pageLanguageOf(request);
      const body = demoPeopleBody(people, language);
      sendPage(response, { language, title: demoPeopleTitle(language), path: '/demo/people', body });
      return;
    }
    response.set({ 'Cache-Control': 'no-store', Vary: 'Accept' });
    response.json({ note: NOTE, people: people.map(shown) });
  }

  /** A token to act for any registered party: `{ "partyId": "…", "roles": ["DRAFTER"] }`. */
  @Post('tokens')
  @Header('Cache-Control', 'no-store')
  async token(
    @Req() request: Request,
    @Body() input: DemoTokenInput,
  ): Promise<DemoToken & { actor: object }> {
    return this.people.tokenForParty(input, originOf(request));
  }
}

const shown = ({
  key,
  name,
  partyName,
  actor,
  description,
  token,
  expiresAt,
  curl,
}: DemoPersonWithToken) => ({
  key,
  name,
  description,
  personId: actor.personId,
  party: { id: actor.partyId, name: partyName, kind: actor.partyKind, territory: actor.territory },
  roles: actor.roles,
  token,
  expiresAt,
  curl,
});
