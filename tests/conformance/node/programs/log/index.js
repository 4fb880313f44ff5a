// What a program tells its user: by the log, of a resource, and on its output streams.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

const thing = new Thing("thing", {});
pulumi.log.info("of the stack");
pulumi.log.warn("of the thing", thing);
pulumi.log.debug("for the curious");
thing.address.apply((address) => pulumi.log.info(`at ${address}`, thing));
console.log("printed");
console.error("printed as an error");
