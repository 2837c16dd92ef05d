import type { Localized } from '@slusen/domain';

/** A figure, as its form is found. */
interface FormPlace {
  readonly indicator: string;
  readonly period: string;
  readonly territory: string;
  readonly breakdown: string;
}

/** Where a figure is entered, on the pages at an address. */
export function figureAddress(publicUrl: string, { indicator, period, territory, breakdown }: FormPlace): string {
  const address = new URL(`/inmatning/${indicator}/${period}`, publicUrl);
  address.searchParams.set('omrade', territory);
  if (breakdown) address.searchParams.set('uppdelning', breakdown);
  return String(address);
}

/** What a figure is called in a mail: its indicator, and its place where that is no whole. */
export const figureName = (indicator: Localized, place?: Localized): string => (place ? `${indicator.sv}, ${place.sv}` : indicator.sv);
