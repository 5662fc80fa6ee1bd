Console.Error.WriteLine("usage: netdsl <command> [options]");
return 2;
