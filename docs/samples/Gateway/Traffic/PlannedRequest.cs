// SPDX-License-Identifier: MIT

using DistillGuard.Samples.Gateway.Customers;

namespace DistillGuard.Samples.Gateway.Traffic;

/// <summary>A request that a made-up customer is going to send.</summary>
/// <param name="Time">When, on the sample's clock.</param>
/// <param name="Customer">Who.</param>
/// <param name="System">The system prompt; empty for none.</param>
/// <param name="Prompt">What the user writes.</param>
internal sealed record PlannedRequest(DateTimeOffset Time, Customer Customer, string System, string Prompt);
