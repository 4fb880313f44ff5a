// A resource whose provider is nowhere.
const { DependencyProviderResource } = require("@pulumi/pulumi/resource");
const { Thing } = require("../thing");

const done = new Thing("done", {});
const provider = new DependencyProviderResource("urn:pulumi:dev::shop::pulumi:providers:test::nowhere::some-id");
new Thing("lost", {}, { provider, dependsOn: done });
