// SPDX-License-Identifier: MIT

namespace DistillGuard.AspNetCore.Configuration;

/// <summary>Applies what was read of a part to the guard being built.</summary>
/// <param name="services">The application's services.</param>
/// <param name="builder">The guard being built.</param>
internal delegate void PreparedPart(IServiceProvider services, DistillationGuardBuilder builder);
