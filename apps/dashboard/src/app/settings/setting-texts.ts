import type { SiteSetting } from '@slusen/domain';

/** What a field of the settings says about itself. */
export interface SettingText {
  readonly label: string;
  readonly hint: string;
}

/** The words of each field. */
export const settingTexts = (): Readonly<Record<SiteSetting, SettingText>> => ({
  municipality: {
    label: $localize`:@@settings.municipality:Kommunens namn`,
    hint: $localize`:@@settings.municipality-hint:Som det ska stå på sidorna, till exempel Hultsfreds kommun.`,
  },
  code: {
    label: $localize`:@@settings.code:Kommunkod`,
    hint: $localize`:@@settings.code-hint:Fyra siffror enligt SCB, till exempel 0860. Koden går inte att ändra när en strategi är inlagd.`,
  },
  accent: {
    label: $localize`:@@settings.accent:Accentfärg`,
    hint: $localize`:@@settings.accent-hint:Färgen på länkar och knappar, skriven som #1f4e79. Välj en mörk färg, så att den syns mot ljus botten. Lämna tomt för standardfärgen.`,
  },
  licence: {
    label: $localize`:@@settings.licence:Licens för öppna data`,
    hint: $localize`:@@settings.licence-hint:Säger hur andra får använda siffrorna; det står på Om SLUSEN, i varje fil och i API:et. Utan val gäller CC0.`,
  },
  contactEmail: {
    label: $localize`:@@settings.contact-email:E-post för tillgänglighet och fel`,
    hint: $localize`:@@settings.contact-email-hint:Dit den vänder sig som inte kan läsa något, eller som har hittat ett fel. Står längst ned på varje sida.`,
  },
  contactTelephone: {
    label: $localize`:@@settings.contact-telephone:Telefon`,
    hint: $localize`:@@settings.contact-telephone-hint:Till exempel 0495-24 00 00.`,
  },
  dataProtectionOfficer: {
    label: $localize`:@@settings.officer:Dataskyddsombudets e-post`,
    hint: $localize`:@@settings.officer-hint:Står på sidan om personuppgifter.`,
  },
});

const FAULTS: Readonly<Record<string, () => string>> = {
  required: () => $localize`:@@settings.fault-required:Det här behöver fyllas i.`,
  'municipality-code.malformed': () => $localize`:@@settings.fault-code:Skriv fyra siffror, till exempel 0860.`,
  'colour.malformed': () => $localize`:@@settings.fault-colour:Skriv färgen som # och sex tecken, till exempel #1f4e79.`,
  'colour.too-light': () =>
    $localize`:@@settings.fault-light:Färgen är för ljus: länkar i den går inte att läsa mot sidans botten. Välj en mörkare.`,
  'mail-address.malformed': () => $localize`:@@settings.fault-mail:Skriv en e-postadress, till exempel kontakt@kommun.se.`,
  'telephone.malformed': () => $localize`:@@settings.fault-telephone:Skriv ett telefonnummer med siffror, till exempel 0495-24 00 00.`,
  'username.malformed': () =>
    $localize`:@@settings.fault-username:Använd 3–60 tecken: a–z, siffror, punkt, bindestreck och understreck. Börja och sluta med en bokstav eller siffra.`,
  'password.too-short': () => $localize`:@@settings.fault-password-short:Lösenordet behöver minst tolv tecken.`,
  'password.too-long': () => $localize`:@@settings.fault-password-long:Lösenordet får ha högst 200 tecken.`,
};

/** What is wrong with what was typed in a field, from the code of the rule. */
export function faultText(code: string): string {
  const text = Object.hasOwn(FAULTS, code) ? FAULTS[code] : undefined;
  return text ? text() : $localize`:@@settings.fault:Det går inte att använda. Kontrollera längd och tecken.`;
}
