// The resources, functions and methods that the scenarios use.
const pulumi = require("@pulumi/pulumi");

class Thing extends pulumi.CustomResource {
    constructor(name, args, opts) {
        super("test:index:Thing", name, { result: undefined, count: undefined, more: undefined, ...args }, opts);
    }

    describe(args) {
        return pulumi.runtime.call("test:index:Thing/describe", { __self__: this, ...args }, this);
    }
}

class Provider extends pulumi.ProviderResource {
    constructor(name, args, opts) {
        super("test", name, args, opts);
    }
}

class Group extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("test:index:Group", name, {}, opts);
    }
}

class Remote extends pulumi.ComponentResource {
    constructor(name, args, opts) {
        super("test:index:Remote", name, { result: undefined, ...args }, opts, true);
    }
}

const find = (args, opts) => pulumi.runtime.invoke("test:index:find", args, opts);
const findOutput = (args, opts) => pulumi.runtime.invokeOutput("test:index:find", args, opts);

module.exports = { Thing, Provider, Group, Remote, find, findOutput };
