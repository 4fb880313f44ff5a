// Requests as no SDK sends them: each prints how it was answered, then the program fails.
const { ResourceMonitorClient } = require("@pulumi/pulumi/proto/resource_grpc_pb");
const { RegisterResourceRequest } = require("@pulumi/pulumi/proto/resource_pb");
const { Struct, Value } = require("google-protobuf/google/protobuf/struct_pb");
const grpc = require("@grpc/grpc-js");

const monitor = new ResourceMonitorClient(process.env.PULUMI_MONITOR, grpc.credentials.createInsecure());
const signature = "4dabf18193072939515e22adb298388d";

function register(name, change) {
    const request = new RegisterResourceRequest();
    request.setType("test:index:Thing");
    request.setName(name);
    request.setCustom(true);
    request.setAcceptsecrets(true);
    change(request);
    return new Promise((resolve) => monitor.registerResource(request, (error, response) => {
        console.log(`${name}: ${error ? `${error.code} ${error.details}` : response.getUrn()}`);
        resolve();
    }));
}

function hold(value) {
    return (request) => request.setObject(Struct.fromJavaScript({ held: value }));
}

async function main() {
    await register("sound", hold("x"));
    await register("no-kind", (request) => {
        const object = new Struct();
        object.getFieldsMap().set("held", new Value());
        request.setObject(object);
    });
    await register("no-signature", hold({ [signature]: "unheard of" }));
    await register("no-secret", hold({ [signature]: "1b47061264138c4ac30d75fd1eb44270" }));
    await register("no-parent", (request) => request.setParent("not a urn"));
    await register("strange-parent", (request) => request.setParent("urn:pulumi:dev::shop::test:index:Thing::nowhere"));
    await register("no-type", (request) => request.setType("Thing"));
    await register("no-reference", (request) => request.setProvider("nonsense"));
    await register("no-duration", (request) => {
        const timeouts = new RegisterResourceRequest.CustomTimeouts();
        timeouts.setCreate("soon");
        request.setCustomtimeouts(timeouts);
    });
    await register("no-package", (request) => request.setPackageref("never given"));
    process.exit(1);
}

main();
