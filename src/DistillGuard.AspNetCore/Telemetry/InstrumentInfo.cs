// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Telemetry;

/// <summary>What is published of an instrument. The table in <c>docs/operations.md</c> is made from these.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit, in UCUM as OpenTelemetry writes it.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Tags">The names of its tags.</param>
internal sealed record InstrumentInfo(string Name, string Unit, string Description, params string[] Tags);
