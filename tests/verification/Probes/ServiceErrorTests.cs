using Provisioning.Verification.Probes;

namespace Provisioning.Verification.Tests.Probes;

public sealed class ServiceErrorTests
{
    [Theory]
    [InlineData("""<?xml version="1.0" encoding="utf-8"?><Error><Code>ContainerNotFound</Code><Message>No such container.&#10;RequestId:1</Message></Error>""", "ContainerNotFound", "No such container.")]
    [InlineData("""{ "error": { "code": "AuthorizationFailed", "message": "Not you." } }""", "AuthorizationFailed", "Not you.")]
    [InlineData("""{ "error": { "code": "Forbidden", "message": "Not you.", "innererror": { "code": "ForbiddenByRbac" } } }""", "ForbiddenByRbac", "Not you.")]
    [InlineData("""{ "errors": [{ "code": "DENIED", "message": "Not you." }, { "code": "OTHER", "message": "Nor you." }] }""", "DENIED", "Not you.")]
    [InlineData("""{ "error": "organization admin role required" }""", "Forbidden", "organization admin role required")]
    [InlineData("""{ "description": "Not you." }""", "Forbidden", "Not you.")]
    [InlineData("", "Forbidden", "HTTP status 403.")]
    public void Error_is_read_in_every_services_form(string body, string code, string message) =>
        Assert.Equal(new ServiceError(code, message), ServiceError.Parse(403, null, body));

    [Theory]
    [InlineData("<html><body>403 Forbidden</body></html>")]
    [InlineData("Forbidden")]
    [InlineData("[1]")]
    [InlineData("""{ "error": 1, "error": 2 }""")]
    public void Body_that_no_service_writes_is_said_to_be_none(string body) =>
        Assert.False(ServiceError.Parse(403, null, body).IsFromService);

    [Fact]
    public void Code_of_the_header_serves_where_there_is_no_body() =>
        Assert.Equal("BlobNotFound", ServiceError.Parse(404, "BlobNotFound", "").Code);

    [Theory]
    [InlineData("One.\r\nTwo.", "One.")]
    [InlineData("See https://a.example/b?sig=abc%2F1&se=2, then retry.", "See https://a.example/b, then retry.")]
    [InlineData("Token eyJhbGciOiJI.eyJzdWIi.c2ln was refused.", "Token (token) was refused.")]
    public void Words_lose_further_lines_queries_and_tokens(string words, string expected) =>
        Assert.Equal(expected, ServiceWords.FirstLine(words));
}
