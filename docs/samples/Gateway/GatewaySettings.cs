// SPDX-License-Identifier: MIT

using DistillGuard.Samples.Gateway.Customers;

namespace DistillGuard.Samples.Gateway;

/// <summary>What the gateway is composed of.</summary>
internal sealed record GatewaySettings
{
    /// <summary>Where the model's provider is.</summary>
    public required Uri Model { get; init; }

    /// <summary>Who may call.</summary>
    public required CustomerDirectory Customers { get; init; }

    /// <summary>What time it is. Default: the system's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The port on loopback; 0, the default, for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>Whether the guard is in place. Default: it is. Measurements compare both.</summary>
    public bool IsGuarded { get; init; } = true;

    /// <summary>Changes the host last. Default: nothing is changed.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }
}
