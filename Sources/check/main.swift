import CheckCLI

await CheckTool.main()
