import { Component, computed, inject, input, model } from '@angular/core';
import type { GivenRole } from '@slusen/contracts';
import { ACCOUNT_ROLES, accountRoleWord, needsDepartment, textIn, type AccountRole } from '@slusen/domain';
import { injectLanguage } from '@slusen/ui';
import { ActorsApi } from '../data/actors-api.js';
import { NewDepartment } from '../shell/new-department.js';

/** Who can own figures, and so have people who report and review them. */
const WITH_PEOPLE: readonly string[] = ['department', 'committee', 'municipal-company'];

/** Roles for departments, from and until days; `name` tells the fields of two such editors apart. */
@Component({
  selector: 'app-roles-editor',
  imports: [NewDepartment],
  templateUrl: './roles-editor.html',
})
export class RolesEditor {
  protected readonly texts = {
    legend: $localize`:@@roles.legend:Behörigheter`,
    role: $localize`:@@roles.role:Roll`,
    department: $localize`:@@roles.department:Förvaltning`,
    all: $localize`:@@roles.all:hela kommunen`,
    choose: $localize`:@@roles.choose:Välj`,
    from: $localize`:@@roles.from:Från och med`,
    to: $localize`:@@roles.to:Till och med`,
    remove: $localize`:@@roles.remove:Ta bort`,
    add: $localize`:@@roles.add:Lägg till behörighet`,
    none: $localize`:@@roles.none-yet:Ingen behörighet än.`,
    noDepartment: $localize`:@@roles.no-department:Det finns ingen förvaltning att välja än.`,
  };
  readonly name = input.required<string>();
  readonly roles = model.required<readonly GivenRole[]>();
  private readonly language = injectLanguage();
  private readonly actors = inject(ActorsApi).list();
  protected readonly choices = ACCOUNT_ROLES.map((role) => ({ role, word: accountRoleWord(role, this.language) }));
  protected readonly needsDepartment = needsDepartment;
  protected readonly departments = computed(() =>
    (this.actors.hasValue() ? this.actors.value().items : [])
      .filter(({ kind }) => WITH_PEOPLE.includes(kind))
      .map(({ slug, name }) => ({ slug, name: textIn(name, this.language).text })),
  );
  /** A role asks for a department, and none is there to choose. */
  protected readonly hasNoDepartment = computed(
    () => this.actors.hasValue() && this.departments().length === 0 && this.roles().some(({ role }) => needsDepartment(role)),
  );

  protected add(): void {
    const department = this.onlyDepartment();
    this.roles.update((roles) => [...roles, { role: 'reporter', ...(department && { department }) }]);
  }

  /** A department that was added on the way is that of each role that lacked one. */
  protected choose(department: string): void {
    this.actors.reload();
    this.roles.update((roles) => roles.map((held) => (needsDepartment(held.role) && !held.department ? { ...held, department } : held)));
  }

  protected remove(at: number): void {
    this.roles.update((roles) => roles.filter((_, position) => position !== at));
  }

  /** A role that is for the whole municipality does not take over the department of the one that it was before. */
  protected setRole(at: number, chosen: string): void {
    const role = chosen as AccountRole;
    const department = needsDepartment(role) ? (this.roles()[at]?.department ?? this.onlyDepartment()) : undefined;
    this.change(at, { role, department });
  }

  /** What is left empty is left out. */
  protected set(at: number, field: 'department' | 'from' | 'to', value: string): void {
    this.change(at, { [field]: value === '' ? undefined : value });
  }

  private onlyDepartment(): string | undefined {
    const [department, ...others] = this.departments();
    return others.length === 0 ? department?.slug : undefined;
  }

  private change(at: number, changed: Partial<GivenRole>): void {
    this.roles.update((roles) => roles.map((role, position) => (position === at ? { ...role, ...changed } : role)));
  }
}
