// SPDX-License-Identifier: MIT

using DistillGuard.Load;
using DistillGuard.Load.Loading;
using DistillGuard.Load.Parts;
using DistillGuard.Load.Replaying;
using DistillGuard.Load.Servers;
using DistillGuard.Load.Soaking;

const string Usage = """
    DistillGuard.Load measures the sample gateway with the guard and without.

      load   [--blocks N] [--seconds S] [--workers W] [--warm-up N]  throughput and latency, in alternating blocks
             [--words N] [--pause MS] [--ramp S]                     long answers, as slowly as models write; workers begin over S seconds
             [--kind TEXT]                                           only the loads whose name has this text in it
      parts  [--rounds N] [--warm-up N] [--kind TEXT]                what each part of the guard adds, without a server
      soak   [--responses N] [--fill N] [--workers W]                memory over many streamed responses
      replay LOG... [--out DIR] [--calibration FILE]                 a traffic log through the gateway, compared with a scan
      serve  model|guarded|plain [MODEL-URL]                         one server; the other verbs start it
    """;

Arguments arguments = new(args);
return arguments.Next() switch
{
    "load" => await LoadRun.RunAsync(arguments),
    "parts" => await PartsRun.RunAsync(arguments),
    "soak" => await SoakRun.RunAsync(arguments),
    "replay" => await ReplayRun.RunAsync(arguments),
    "serve" => await Serve.RunAsync(arguments.Next(), arguments.Next()),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine(Usage);
    return 1;
}
