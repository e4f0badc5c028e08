// SPDX-License-Identifier: MIT

using System.Net;
using DistillGuard.AspNetCore.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace DistillGuard.AspNetCore.Page;

[CancelAfter(60_000)]
public sealed class LiveEventsTests
{
    private static readonly Uri Events = new(PageHost.Path + LiveEvents.Path, UriKind.Relative);

    private readonly FakeTimeProvider _time = PageHost.Clock();

    [Test]
    public async Task Get_NewViewer_GetsEverySection(CancellationToken cancellation)
    {
        await using GatewayHost host = await PageHost.StartAsync(_time);
        using StreamReader events = await OpenAsync(host, cancellation);

        Assert.That(await SectionsAsync(events, 8, cancellation), Does.Contain("headline").And.Contain("groups").And.Contain("guard"));
    }

    [Test]
    public async Task Get_SomethingChanged_GetsThatSectionOnly(CancellationToken cancellation)
    {
        await using GatewayHost host = await PageHost.StartAsync(_time);
        using StreamReader events = await OpenAsync(host, cancellation);
        await SectionsAsync(events, 8, cancellation);

        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.That(await SectionsAsync(events, 1, cancellation), Is.EqualTo(["as-of"]));
    }

    [Test]
    public async Task Get_MoreViewersThanAllowed_AreToldToComeAgain(CancellationToken cancellation)
    {
        await using GatewayHost host = await PageHost.StartAsync(_time, options => options.MaxViewers = 1);
        using StreamReader events = await OpenAsync(host, cancellation);

        using HttpResponseMessage second = await host.Client.GetAsync(Events, cancellation);

        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(second.Headers.RetryAfter, Is.Not.Null);
    }

    [Test]
    public async Task Get_ViewerLeft_MakesRoom(CancellationToken cancellation)
    {
        await using GatewayHost host = await PageHost.StartAsync(_time, options => options.MaxViewers = 1, Transport.Http1);
        LiveEvents viewers = host.Services.GetRequiredService<LiveEvents>();
        using (StreamReader events = await OpenAsync(host, cancellation))
        {
            await SectionsAsync(events, 8, cancellation);
        }

        while (viewers.Viewers > 0)
        {
            await Task.Delay(10, cancellation);
        }

        using StreamReader next = await OpenAsync(host, cancellation);
        Assert.That(await SectionsAsync(next, 1, cancellation), Is.Not.Empty);
    }

    [Test]
    public async Task Get_ApplicationStops_Ends(CancellationToken cancellation)
    {
        await using GatewayHost host = await PageHost.StartAsync(_time, transport: Transport.Http1);
        using StreamReader events = await OpenAsync(host, cancellation);
        await SectionsAsync(events, 8, cancellation);

        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        await events.ReadToEndAsync(cancellation);
        Assert.That(cancellation.IsCancellationRequested, Is.False, "it ended by itself");
    }

    private static async Task<StreamReader> OpenAsync(GatewayHost host, CancellationToken cancellation)
    {
        HttpResponseMessage response = await host.Client.GetAsync(Events, HttpCompletionOption.ResponseHeadersRead, cancellation);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return new StreamReader(await response.Content.ReadAsStreamAsync(cancellation));
    }

    private static async Task<IReadOnlyList<string>> SectionsAsync(StreamReader events, int count, CancellationToken cancellation)
    {
        var sections = new List<string>();
        while (sections.Count < count && await events.ReadLineAsync(cancellation) is { } line)
        {
            if (line == "event: section")
            {
                sections.Add((await events.ReadLineAsync(cancellation))!["data: ".Length..]);
            }
        }

        return sections;
    }
}
