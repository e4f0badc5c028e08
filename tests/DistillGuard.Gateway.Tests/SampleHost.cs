// SPDX-License-Identifier: MIT

using DistillGuard.Samples.Gateway;
using DistillGuard.Samples.Gateway.Customers;
using DistillGuard.Samples.Gateway.Model;
using Microsoft.AspNetCore.Builder;

namespace DistillGuard.Gateway.Tests;

/// <summary>The sample's gateway in front of its made-up model, on loopback ports of their own.</summary>
internal sealed class SampleHost : IAsyncDisposable
{
    private readonly ModelServer _model;

    private SampleHost(ModelServer model, WebApplication gateway, CustomerDirectory customers)
    {
        _model = model;
        Gateway = gateway;
        Customers = customers;
    }

    /// <summary>The gateway.</summary>
    public WebApplication Gateway { get; }

    /// <summary>Who may call it.</summary>
    public CustomerDirectory Customers { get; }

    /// <summary>Where the gateway listens.</summary>
    public Uri Address => new(Gateway.Urls.First());

    /// <summary>The key of the first customer.</summary>
    public string Key => Customers.All[0].Key;

    /// <summary>Starts both.</summary>
    public static async Task<SampleHost> StartAsync(bool isGuarded = true, Action<WebApplicationBuilder>? configure = null)
    {
        ModelServer model = await ModelServer.StartAsync();
        CustomerDirectory customers = CustomerDirectory.MadeUp();
        WebApplication gateway = GatewayApp.Build(new GatewaySettings
        {
            Model = model.Address,
            Customers = customers,
            IsGuarded = isGuarded,
            Configure = configure,
        });
        await gateway.StartAsync();
        return new SampleHost(model, gateway, customers);
    }

    /// <summary>A client that asks the model for a certain answer, and is else like any other.</summary>
    public HttpClient Client(AnswerPlan? plan = null)
    {
        var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(30) };
        if (plan is not null)
        {
            client.DefaultRequestHeaders.Add(AnswerPlan.Header, plan.ToString());
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.StopAsync();
        await Gateway.DisposeAsync();
        await _model.DisposeAsync();
    }
}
