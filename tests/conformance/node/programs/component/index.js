// A program with a component that a provider plugin builds, a call of its method, and a resource that depends on both.
const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../thing");

class Pair extends pulumi.ComponentResource {
    constructor(name, args, opts) {
        super("component:index:Pair", name, { label: undefined, password: undefined, first: undefined, provided: undefined, protected: undefined, setting: undefined, ...args }, opts, true);
    }

    greet(args) {
        return pulumi.runtime.call("component:index:Pair/greet", { __self__: this, ...args }, this);
    }
}

const source = new Thing("source", { name: "apples", size: 1 });
const pair = new Pair("pair", { label: source.name, size: 2 }, { protect: true });
const greeting = pair.greet({ greeting: "hello", label: pair.label });
const whisper = pair.greet({ greeting: "psst", label: pair.label, quietly: true });
const after = new Thing("after", { name: greeting.text, size: 3 });

exports.label = pair.label;
exports.password = pair.password;
exports.isProtected = pair.protected;
exports.setting = pair.setting;
exports.greeting = greeting.text;
exports.whisper = whisper.text;
exports.after = after.name;
