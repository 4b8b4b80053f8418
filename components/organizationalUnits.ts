import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { LandingZone } from "../model/landingZone";

export interface OrganizationalUnitsArgs {
  zone: LandingZone;
}

/**
 * The OUs that the landing zone creates and keeps. Writing an OU's id into organization.yaml changes nothing here: `managed`
 * decides, and stays.
 */
export class OrganizationalUnits extends pulumi.ComponentResource {
  /** Ids by path, of every declared OU: the known text, or what AWS gives the managed one. */
  public readonly ids = new Map<string, pulumi.Input<string>>();

  constructor(name: string, args: OrganizationalUnitsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("sekisho:components:OrganizationalUnits", name, {}, opts);
    const { zone } = args;

    for (const ou of zone.organizationalUnits) {
      if (!ou.managed) {
        this.ids.set(ou.path, ou.id!);
        continue;
      }
      const resource = new aws.organizations.OrganizationalUnit(
        `${name}-${ou.path.replaceAll("/", ".")}`,
        {
          name: ou.name,
          parentId: ou.parent === undefined ? zone.organization.root : this.ids.get(ou.parent)!,
        },
        // With the OU its guardrails would go, and its accounts would stand open.
        { parent: this, protect: true, retainOnDelete: true },
      );
      this.ids.set(ou.path, resource.id);
    }
    this.registerOutputs();
  }
}
