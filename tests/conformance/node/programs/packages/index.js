// Packages that are registered before their resources and functions are used: plain, and made from parameters.
const pulumi = require("@pulumi/pulumi");

function register(packageVersion) {
    return pulumi.runtime.registerPackage({
        baseProviderName: "test",
        baseProviderVersion: "1.2.0",
        baseProviderDownloadUrl: "",
        packageName: "other",
        packageVersion,
        base64Parameter: Buffer.from("shape").toString("base64"),
    });
}

class Other extends pulumi.CustomResource {
    constructor(name, packageRef, opts) {
        super("other:index:Other", name, { address: undefined }, opts, false, packageRef);
    }
}

const first = new Other("first", register("0.1.0"));
new Other("second", register("0.1.0"));
new Other("third", register("0.2.0"));

exports.same = Promise.all([register("0.1.0"), register("0.1.0")]).then(([one, two]) => one === two);
exports.echo = pulumi.runtime.invokeOutput("other:index:echo", { text: first.address }, {}, register("0.1.0")).apply((result) => result.text);
