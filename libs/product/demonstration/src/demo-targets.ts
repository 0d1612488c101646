import { calendarDate } from '@intekenboek/event-sourcing-core';
import type { TargetCommands } from '@intekenboek/targets-application';
import type { TargetId } from '@intekenboek/targets-domain';

import { demoActor, demoMeta, type Today } from './demo-commands';
import { demoId, MINISTRY } from './demo-ids';

export const SOCIAL_DWELLINGS = demoId('target:social-dwellings') as TargetId;
export const STEP_FREE_DWELLINGS = demoId('target:step-free-dwellings') as TargetId;

const NATIONAL_TARGETS = [
  {
    targetId: SOCIAL_DWELLINGS,
    name: 'Sociale huurwoningen door corporaties tot en met 2030',
    from: '2022-01-01',
    until: '2030-12-31',
    quantity: 250_000,
    source: 'Programma Een thuis voor iedereen (2022): 250.000 sociale huurwoningen tot 2030',
  },
  {
    targetId: STEP_FREE_DWELLINGS,
    name: 'Nultredenwoningen 2026 tot en met 2031 (ondergrens)',
    from: '2026-01-01',
    until: '2031-12-31',
    quantity: 40_000,
    source: 'Programma Een thuis voor iedereen: 40.000 tot 110.000 nultredenwoningen',
  },
] as const;

const minister = demoActor(MINISTRY, 'MINISTRY', 'NL');

/** Real national numbers; their split over municipalities by inhabitants is the demonstration's own. */
export async function loadTargets(commands: TargetCommands, today: Today): Promise<void> {
  for (const { targetId, name, from, until, quantity, source } of NATIONAL_TARGETS) {
    const effectiveOn = calendarDate(from);
    await commands.handle({
      type: 'SetTarget',
      data: {
        targetId,
        name,
        resultKind: 'DWELLINGS_DELIVERED',
        territory: 'NL',
        from: effectiveOn,
        until: calendarDate(until),
        quantity,
        milestones: [],
        realisedBy: 'COMMITMENTS',
        source,
        legalBasis: null,
      },
      meta: demoMeta(`set:${targetId}`, minister, effectiveOn, today),
    });
    const legalBasis = 'Demonstratie: toedeling naar inwoners, niet vastgesteld door een overheid';
    await commands.handle({
      type: 'ApportionTarget',
      data: { targetId, wish: { strategy: 'LARGEST_REMAINDER', legalBasis, weight: 'POPULATION' } },
      meta: demoMeta(`apportion:${targetId}`, minister, effectiveOn, today),
    });
  }
}
