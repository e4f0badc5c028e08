// SPDX-License-Identifier: MIT

using DistillGuard.Geo.Builder;

if (args.Length != 2)
{
    Console.Error.WriteLine("""
        Builds the embedded country table.
        usage: dotnet run --project src/DistillGuard.Geo.Builder -- <folder of the unpacked package> <out.br>
        """);
    return 2;
}

try
{
    RefreshReport report = TableRefresh.Run(args[0], args[1]);
    Console.Out.WriteLine(report.Describe());
    return 0;
}
catch (InvalidDataException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
