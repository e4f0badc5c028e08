// SPDX-License-Identifier: MIT

using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DistillGuard.AspNetCore.Health;

/// <summary>Gathers what a health check found.</summary>
internal sealed class HealthReportBuilder
{
    private readonly Dictionary<string, object> _facts = new(StringComparer.Ordinal);
    private readonly List<string> _troubles = [];

    public void Add(string name, object value) => _facts[name] = value;

    public void DegradeIf(bool isTrouble, string trouble)
    {
        if (isTrouble)
        {
            _troubles.Add(trouble);
        }
    }

    public HealthCheckResult Result() => _troubles.Count == 0
        ? HealthCheckResult.Healthy("The guard does its work.", _facts)
        : HealthCheckResult.Degraded("Requests pass, but " + string.Join("; ", _troubles) + ".", data: _facts);
}
