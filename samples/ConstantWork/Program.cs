using System.Globalization;
using NetDsl.Simulation.Experiments;

var options = new ConstantWorkOptions();
var changes = ConstantWork.Measure(options, ConfigurationLoading.Changes, seed: 1);
var whole = ConstantWork.Measure(options, ConfigurationLoading.Whole, seed: 1);

Console.WriteLine("time  changes  by changes                       whole, in every tick");
Console.WriteLine("               loaded  wrong entries  age       loaded  wrong entries");
foreach (var (told, read) in changes.Zip(whole))
{
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{told.Start.TotalSeconds,3} s  {told.Changed,7}  {told.Loaded,6}  {told.Wrong,13}  {told.Age.TotalSeconds,2} s      {read.Loaded,6}  {read.Wrong,13}"));
}
