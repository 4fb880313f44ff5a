using Provisioning.Sandbox.Entra;

namespace Provisioning.Sandbox.Tests.Entra;

public sealed class DirectoryTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private Sandbox.Entra.Directory Directory => sandbox.Tenant.Directory;

    [Fact]
    public void Principal_is_seen_by_its_owner_at_once_and_by_readers_after_replication()
    {
        var identity = Directory.CreateManagedIdentity("cpu", "/subscriptions/s/cpu");

        Assert.NotNull(Directory.FindServicePrincipal(identity.ObjectId));
        Assert.Null(Directory.FindReplicatedServicePrincipal(identity.ObjectId));
        Assert.DoesNotContain(identity, Directory.ListServicePrincipals());

        sandbox.Clock.Advance(TimeSpan.FromMilliseconds(300));

        Assert.NotNull(Directory.FindReplicatedServicePrincipal(identity.ObjectId));
        Assert.Contains(Directory.ListServicePrincipals(), principal => principal.ObjectId == identity.ObjectId);
    }

    [Fact]
    public void Identity_of_the_same_name_gets_new_ids()
    {
        var first = Directory.CreateManagedIdentity("cpu", "/subscriptions/s/cpu");
        Directory.DeleteServicePrincipal(first.ObjectId);

        var second = Directory.CreateManagedIdentity("cpu", "/subscriptions/s/cpu");

        Assert.NotEqual(first.ObjectId, second.ObjectId);
        Assert.NotEqual(first.AppId, second.AppId);
    }

    [Fact]
    public void Deleted_application_takes_its_principal_along_and_can_be_restored_without()
    {
        var application = Directory.CreateApplication("app", created => created);
        var principal = Directory.CreateServicePrincipal(application, created => created);

        Assert.True(Directory.DeleteApplication(application.ObjectId));

        Assert.Null(Directory.FindApplication(application.ObjectId));
        Assert.Null(Directory.FindServicePrincipal(principal.ObjectId));
        Assert.NotNull(Directory.FindDeletedApplication(application.ObjectId));
        Assert.NotNull(Directory.RestoreApplication(application.ObjectId));
        Assert.NotNull(Directory.FindApplicationByAppId(application.AppId));
        Assert.Null(Directory.FindServicePrincipalByAppId(application.AppId));
    }

    [Fact]
    public void Unique_name_stays_reserved_until_the_deleted_application_is_purged()
    {
        var application = Directory.CreateApplication("app", created => created with { UniqueName = "ml-trainer" });
        Directory.DeleteApplication(application.ObjectId);

        Assert.Throws<DirectoryConflictException>(() => Directory.CreateApplication("app", created => created with { UniqueName = "ml-trainer" }));
        Assert.True(Directory.PurgeApplication(application.ObjectId));
        Directory.CreateApplication("app", created => created with { UniqueName = "ml-trainer" });
    }

    [Fact]
    public void Identifier_uri_of_another_application_is_refused_in_an_update()
    {
        Directory.CreateApplication("first", created => created with { IdentifierUris = ["api://first"] });
        var second = Directory.CreateApplication("second", created => created);

        var conflict = Assert.Throws<DirectoryConflictException>(
            () => Directory.UpdateApplication(second.ObjectId, application => application with { IdentifierUris = ["api://first"] }));

        Assert.Equal("identifierUris", conflict.Property);
    }

    [Fact]
    public void Application_has_one_service_principal()
    {
        var application = Directory.CreateApplication("app", created => created);
        Directory.CreateServicePrincipal(application, created => created);

        Assert.Throws<DirectoryConflictException>(() => Directory.CreateServicePrincipal(application, created => created));
    }

    [Fact]
    public async Task Objects_outlive_a_restart()
    {
        var application = Directory.CreateApplication("durable", created => created with { Tags = ["keep"] });
        var identity = Directory.CreateManagedIdentity("cpu", "/subscriptions/s/cpu");

        await sandbox.RestartAsync();

        Assert.Equal(["keep"], Directory.FindApplication(application.ObjectId)?.Tags.AsEnumerable());
        Assert.Equal("/subscriptions/s/cpu", Directory.FindServicePrincipalByAppId(identity.AppId)?.ResourceId);
    }
}
