// SPDX-License-Identifier: MIT

using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DistillGuard.AspNetCore.Support;
using DistillGuard.Verdicts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DistillGuard.AspNetCore.Page;

[CancelAfter(60_000)]
public sealed partial class LivePageTests
{
    private readonly FakeTimeProvider _time = PageHost.Clock();

    [Test]
    public async Task Get_NothingHappened_SaysSo(CancellationToken cancellation)
    {
        await using GatewayHost host = await PageHost.StartAsync(_time);

        Assert.That(await host.Client.GetStringAsync(PageHost.Path, cancellation), Does.Contain("Nothing stands out"));
    }

    [Test]
    public async Task Get_Page_IsWellFormed(CancellationToken cancellation)
    {
        await using GatewayHost host = await PageHost.StartAsync(_time);
        await CampaignTraffic.SendAsync(host, _time);

        string page = await host.Client.GetStringAsync(PageHost.Path, cancellation);

        // The script is the one thing in it that is no XML.
        Assert.That(() => XDocument.Parse(Script().Replace(page, "<script/>").Replace("<!DOCTYPE html>", string.Empty, StringComparison.Ordinal)), Throws.Nothing);
    }

    [Test]
    public async Task Get_Campaign_ShowsTheGroupWithEvidenceAndInnocentExplanation(CancellationToken cancellation)
    {
        await using GatewayHost host = await PageHost.StartAsync(_time);
        await CampaignTraffic.SendAsync(host, _time);

        string page = await host.Client.GetStringAsync(PageHost.Path, cancellation);

        Assert.That(host.Guard.Groups.Count(static group => group.Level != VerdictLevel.None), Is.EqualTo(1));
        Assert.That(page, Does.Contain("1 group").And.Contain($"{CampaignTraffic.Accounts} accounts").And.Contain("Innocent if: "));
    }

    [Test]
    public async Task Get_AccountAboveTheBar_IsListedByTheBeginningOfItsHash(CancellationToken cancellation)
    {
        await using GatewayHost host = await PageHost.StartAsync(_time);

        await CampaignTraffic.SendAsync(host, "high-1", "You help.", "Hello.");

        string page = await host.Client.GetStringAsync(PageHost.Path, cancellation);
        Assert.That(page, Does.Contain("1 account stands out").And.Not.Contain("high-1"));
        Assert.That(page, Does.Contain((await host.Observer.NextAsync()).Verdict.Subjects.Account.ToString()));
    }

    [Test]
    public async Task Get_HostNamesAccounts_EscapesWhatItSays(CancellationToken cancellation)
    {
        await using GatewayHost host = await PageHost.StartAsync(_time, options => options.NameOf = static _ => "<script>alert(1)</script>\"'&");

        await CampaignTraffic.SendAsync(host, "high-1", "You help.", "Hello.");

        Assert.That(
            await host.Client.GetStringAsync(PageHost.Path, cancellation),
            Does.Contain("&lt;script&gt;alert(1)&lt;/script&gt;").And.Not.Contain("<script>alert"));
    }

    [Test]
    public async Task Get_NamingThrows_FallsBackToTheHash(CancellationToken cancellation)
    {
        await using GatewayHost host = await PageHost.StartAsync(_time, options => options.NameOf = static _ => throw new InvalidOperationException());

        await CampaignTraffic.SendAsync(host, "high-1", "You help.", "Hello.");

        Assert.That(
            await host.Client.GetStringAsync(PageHost.Path, cancellation),
            Does.Contain((await host.Observer.NextAsync()).Verdict.Subjects.Account.ToString()));
    }

    [Test]
    public async Task Get_NotEvaluated_SaysWhy(CancellationToken cancellation)
    {
        await using GatewayHost host = await PageHost.StartAsync(_time);

        await CampaignTraffic.SendBodyAsync(host, "somebody", "no json");

        Assert.That(await host.Client.GetStringAsync(PageHost.Path, cancellation), Does.Contain("invalid json"));
    }

    [Test]
    public async Task Get_Page_HasStrictHeaders(CancellationToken cancellation)
    {
        await using GatewayHost host = await PageHost.StartAsync(_time);

        using HttpResponseMessage response = await host.Client.GetAsync(new Uri(PageHost.Path, UriKind.Relative), cancellation);

        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(policy, Does.StartWith("default-src 'none'").And.Contain("frame-ancestors 'none'").And.Not.Contain("unsafe"));
        Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(["nosniff"]));
        Assert.That(response.Headers.GetValues("X-Frame-Options"), Is.EqualTo(["DENY"]));
        Assert.That(response.Headers.CacheControl?.NoStore, Is.True);
    }

    [Test]
    public async Task Get_Twice_HasAnotherNonce(CancellationToken cancellation)
    {
        await using GatewayHost host = await PageHost.StartAsync(_time);

        string first = Nonce().Match(await host.Client.GetStringAsync(PageHost.Path, cancellation)).Value;
        string second = Nonce().Match(await host.Client.GetStringAsync(PageHost.Path, cancellation)).Value;

        Assert.That(first, Is.Not.Empty.And.Not.EqualTo(second));
    }

    [TestCase("")]
    [TestCase("/events")]
    public async Task Get_NobodySignedIn_IsRefused(string below, CancellationToken cancellation)
    {
        await using GatewayHost host = await GatewayHost.StartAsync(new GatewaySetup
        {
            Services = static services =>
            {
                services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
                services.AddAuthorization();
                services.AddDistillGuard().AddLivePage();
            },
            Endpoints = static app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapDistillGuardPage(PageHost.Path);
            },
        });

        using HttpResponseMessage response = await host.Client.GetAsync(new Uri(PageHost.Path + below, UriKind.Relative), cancellation);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Found), "sent to sign in");
    }

    [Test]
    public void Map_PageNotAdded_SaysWhatToCall()
    {
        WebApplication app = WebApplication.CreateSlimBuilder().Build();

        Assert.That(() => app.MapDistillGuardPage(), Throws.InvalidOperationException.With.Message.Contains("AddLivePage"));
    }

    [Test]
    public async Task Inspected_PageNotMapped_RemembersNothing()
    {
        await using GatewayHost host = await PageHost.StartAsync(_time, isMapped: false);

        await CampaignTraffic.SendAsync(host, "high-1", "You help.", "Hello.");

        LiveTraffic traffic = host.Services.GetRequiredService<LiveTraffic>();
        Assert.That(traffic.Standing(), Is.Empty);
        Assert.That(traffic.LastHour(_time.GetUtcNow(), TrafficColumn.Exchanges), Is.Zero);
    }

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("nonce=\"[^\"]+\"")]
    private static partial Regex Nonce();
}
