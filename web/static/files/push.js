// Offers notices on this device where the browser can show them, and sends the
// form with the device's subscription. Without it the form asks for a phone
// number or an e-mail address.
(() => {
  const offer = document.querySelector("[data-push]")
  if (!offer || !("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) return

  const form = offer.closest("form")
  const refused = offer.querySelector("[data-push-refused]")

  const subscribe = async () => {
    if ((await Notification.requestPermission()) !== "granted") throw new Error("not allowed")
    await navigator.serviceWorker.register(offer.dataset.worker, { scope: "/bao-viec" })
    const worker = await navigator.serviceWorker.ready
    return worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: offer.dataset.push })
  }

  offer.querySelector("button").addEventListener("click", async () => {
    refused.hidden = true
    try {
      const { endpoint, keys } = (await subscribe()).toJSON()
      form.elements.endpoint.value = endpoint
      form.elements.p256dh.value = keys.p256dh
      form.elements.auth.value = keys.auth
      form.requestSubmit()
    } catch {
      refused.hidden = false
    }
  })

  offer.hidden = false
})()
