import { rejectionFilter } from '@intekenboek/platform-nest';
import { ReferenceDataRejected } from '@intekenboek/reference-data-facts';
import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';

import { CodeListResolver } from './code-list.resolver';
import { MunicipalityResolver } from './municipality.resolver';
import { ProvinceResolver } from './province.resolver';
import { REFERENCE_DATA_REJECTIONS } from './reference-data.rejections';

/**
 * Needs CLOCK from a global module of the application. Its filter answers for the facts wherever they say no, also
 * within the resolvers of other contexts.
 */
@Module({
  providers: [
    ProvinceResolver,
    MunicipalityResolver,
    CodeListResolver,
    { provide: APP_FILTER, useClass: rejectionFilter(ReferenceDataRejected, REFERENCE_DATA_REJECTIONS) },
  ],
})
export class ReferenceDataModule {}
